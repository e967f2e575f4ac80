import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in French. */
export const guess: GuessPack = {
  banking: `compte* solde* banque* bancaire* argent sous fric liquide fonds dollar* piastre* euro* paie paye* paiement* salaire
    virement* depot* depos* retrait* retir* debit* credit* carte* visa mastercard guichet* distributeur* cheque* transaction*
    operation* mouvement* activite releve* historique achat* achete* depens* epargne* courant pret* retenue* retenu* attente
    limite* plafond* disponible* succursale* agence* heure* horaire* contact* telephone appeler numero perdu* vole* vol fraude*
    autorise* litige* contest* arnaqu* pirat* bloqu* gel* rembours* facture* dois decouvert*`,
  topics: {
    balance: 'solde* disponible* argent reste combien',
    history:
      'transaction* operation* mouvement* activite historique releve* depens* achat* achete*',
    deposits: 'depot* depos* paie paye* salaire virement* recu*',
    withdrawals: 'retrait* retir* debit* guichet*',
    holds: 'retenue* retenu* attente traitement',
    checks: 'cheque*',
    accounts: 'compte*',
    limits: 'limite* plafond* maximum',
    contact:
      'succursale* agence* heure* horaire* telephone numero appeler ouvert* ferme* adresse contact*',
    agent: 'agent conseiller* personne humain quelqu parler operateur representant',
    help: 'aide aider commandes options peux',
    lock: 'bloqu* gel* verrouill* suspend*',
    dispute:
      'fraude* autorise* litige* contest* reconnais* double* deux erreur arnaqu* pirat* bizarre suspect*',
    loss: 'perdu* vole* vol trouve* egare*',
  },
  thresholds: { sure: 0.7, half: 0.45, ask: 0.3 },
};
