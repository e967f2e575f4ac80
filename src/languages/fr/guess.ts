import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in French. */
export const guess: GuessPack = {
  banking: `flamb* transit guichets cash especes balance livret celi courant comptes salaires payee resto restos epicerie compte* solde* banque* bancaire* argent sous fric liquide fonds dollar* piastre* euro* paie paye payes paiement* salaire virement* depot*
    depos* retrait* retir* debit* credit* carte* visa mastercard guichet* distributeur* cheque* transaction* operation* mouvement*
    releve* achat* achete* depens* epargne* pret prets hypotheque retenue* retenu* attente rembours* facture* dois decouvert* succursale*
    frais caisse`,
  own: {
    history: 'activite historique paye',
    deposits: 'recu versement*',
    withdrawals: 'sorti sorties',
    holds: 'disponible* traitement',
    limits: 'limite* plafond* maximum',
    contact: 'heures horaire* ouvert* ferme* fermez ouvrez adresse agence*',
    transfer: 'virer transferer deplacer mettre',
    pay: 'payer envoyer loyer interac',
    loss: 'portefeuille telephone cellulaire sac',
    dispute: 'arnaqu* pirat*',
  },
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
  thresholds: { sure: 0.5, half: 0.3, ask: 0.2, near: 0.15 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    lock: { sure: 0.88, half: 0.88, ask: 0.75, near: 0.5 },
    dispute: { sure: 0.6, half: 0.45, ask: 0.3, near: 0.25 },
    loss: { sure: 0.7, half: 0.5 },
    contact: { sure: 0.7, half: 0.55 },
    help: { sure: 0.75, half: 0.7, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.6, half: 0.45, ask: 0.3, near: 0.3 },
  },
};
