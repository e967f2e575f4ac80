import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words of banking and money. */
const banking = `
  flamb* transit guichets cash especes balance livret celi courant comptes salaires payee resto restos epicerie compte* solde*
  banque* bancaire* argent sous fric liquide fonds dollar* piastre* euro* paie paye payes paiement* salaire virement* depot* depos*
  retrait* retir* debit* credit* carte* visa mastercard guichet* distributeur* cheque* transaction* operation* mouvement* releve*
  achat* achete* depens* epargne* pret prets hypotheque retenue* retenu* attente rembours* facture* dois decouvert* succursale*
  frais caisse`;

/** A question about the member's own data is open without a word of banking, if the guess is sure. */
const anyWord = '*';

/** Words and thresholds for guesses in French. */
export const guess: GuessPack = {
  banking,
  own: {
    balance: anyWord,
    history: anyWord,
    deposits: anyWord,
    withdrawals: anyWord,
    holds: anyWord,
    checks: anyWord,
    accounts: anyWord,
    limits: anyWord,
    contact: anyWord,
    transfer: anyWord,
    pay: anyWord,
    loss: anyWord,
    dispute: anyWord,
    lock: 'acces passe compte* tout affaires',
  },
  topics: {
    balance: `${banking} solde* disponible* argent reste combien rouge negatif casse fauche thune oseille piasse* piasses cash`,
    history: `${banking} activite historique paye transaction* operation* mouvement* releve* depens* achat* achete* loyer assurance electricite hydro netflix abonnement preleve* passe passee`,
    deposits: `${banking} recu versement* depot* depos* paie paye* salaire virement* recu* pension chomage alloc* bourse interac patron boss prime retraite remboursement verse* rentre rentree arrive* tombe*`,
    withdrawals: `${banking} sorti sorties retrait* retir* debit* guichet* tire`,
    holds: `${banking} disponible* traitement retenue* retenu* attente bloqu* gel*`,
    checks: `${banking} cheque* encaiss* proprio`,
    accounts: `${banking} compte*`,
    limits: `${banking} limite* plafond* maximum max`,
    contact:
      'succursale* agence* heure* horaire* telephone numero appeler ouvert* ferme* adresse contact*',
    agent: 'agent conseiller* personne humain quelqu parler operateur representant',
    help: 'aide aider commandes options peux',
    lock: 'bloqu* gel* verrouill* suspend*',
    dispute:
      'fraude* autorise* litige* contest* reconnais* double* deux erreur arnaqu* pirat* bizarre suspect*',
    loss: 'perdu* vole* vol trouve* egare*',
  },
  thresholds: { sure: 0.54, half: 0.34, ask: 0.3, near: 0.2 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    lock: { sure: 0.85, half: 0.8, ask: 0.7, near: 0.5 },
    transfer: { sure: 0.7, half: 0.55 },
    pay: { sure: 0.75, half: 0.6 },
    dispute: { sure: 0.75, half: 0.45, ask: 0.35, near: 0.25 },
    loss: { sure: 0.75, half: 0.6 },
    contact: { sure: 0.8, half: 0.6, ask: 0.5 },
    help: { sure: 0.72, half: 0.65, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.7, half: 0.45, ask: 0.3, near: 0.3 },
  },
};
