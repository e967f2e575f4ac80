import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { SlotWords } from '../../../reading/lexicon/slot-words.ts';

/** What limits the answer to a question, in French: periods, amounts, merchants, sums. */
export const slots: SlotWords = {
  articles: 'le la les l',
  elisions: 'l d qu jusqu j m t s n c',
  months: `janvier janv, fevrier fevr fev, mars, avril avr, mai, juin, juillet juil, aout, septembre sept, octobre oct, novembre nov,
    decembre dec`,
  weekdays: 'lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche',
  doubtful: 'mars sept premier premiere deuxieme troisieme quatrieme noel paques',
  units: {
    day: 'jour jours',
    week: 'semaine semaines semaine-ci',
    weekend: 'week-end weekend fin-de-semaine',
    month: 'mois mois-ci',
    quarter: 'trimestre trimestres',
    year: 'an ans annee annees annee-ci',
  },
  small: 'un=1 une=1 couple=2 quelques=3',
  ordinals: 'premier=1 deuxieme=2 troisieme=3 quatrieme=4',
  ordinalEndings: 'er|e|ere|eme',
  isDayFirst: true,
  periods: {
    unit: '{unit}',
    today: "aujourd'hui, aujourdhui, ce matin, ce soir, cet apres-midi, cette apres-midi",
    yesterday: 'hier [matin|soir]',
    day_before: 'avant-hier, avant hier',
    this: 'ce|cet|cette {unit}, le|la {unit} en cours, {unit} en cours, l annee en cours, cette fin de semaine',
    last: '[le|la|l] {unit} dernier|derniere|passe|passee|precedent|precedente, la fin de semaine derniere',
    rolling: `[les|ces|des|aux] {n} derniers|dernieres {unit}, [les|ces|des] derniers|dernieres {n} {unit}, le dernier {unit}, la derniere {unit},
      depuis {n} {unit}, [les|ces] {n} {unit} passes|passees`,
    ago: 'il y a {n} {unit}, y a {n} {unit}',
    month:
      '{month} [{y}], mois de {month} [{y}], mois d {month} [{y}], {month} dernier|passe, {month} de cette annee, ce mois de {month}',
    month_last_year: '{month} de l annee derniere|passee, {month} de l an dernier|passe',
    weekday: '{weekday} [matin|soir], {weekday} dernier|passe, ce {weekday}',
    date: '{d} {month} [{y}], {month} {d} [{y}], {o}, {date}',
    year: '[annee|l] [annee] {y}',
    quarter: '{q} [de] [{y}], {nth} trimestre [de] [{y}]',
    span: `du|depuis [le] {d} au|jusqu|- [au] {d} {month} [{y}], entre [le] {d} et [le] {d} {month} [{y}], {d} - {d} {month} [{y}],
      {d} au {d} {month} [{y}]`,
    vague: `il y a {n} heures|heure|minutes, demain, [le|la] {unit} prochain|prochaine, l an prochain, noel, paques, les fetes, le jour de l an,
      cet|l ete|automne|hiver, ce|le printemps, les vacances, la rentree`,
  },
  links: {
    in: `en, au, aux, du, de, d, des, dans, sur, pour, pendant, durant, au cours de, au cours du, au cours des, au mois de, au mois d, dans les,
      sur les, pendant les, au mois, du mois de, du mois d`,
    since:
      'depuis, depuis le, a partir de, a partir du, a compter du, a compter de, des le, depuis la',
    since_start_of: `depuis le debut de, depuis le debut du, depuis le debut de l, depuis debut, depuis le debut d`,
    after: 'apres, apres le, suivant le',
    before: 'avant, avant le, avant la',
    until: 'jusqu a, jusqu au, jusque, jusqu en, jusqu aux, jusqu a la, jusqu hier',
    between: 'entre, entre le, entre la',
    to: 'a, au, -',
    and: 'et, et le, et en, et la',
    week_of: 'la semaine du, semaine du, dans la semaine du',
    end_of: 'a la fin de, a la fin du, fin, la fin de, la fin du, a la fin d',
  },
  bounds: {
    over: 'plus de, plus que, superieur a, superieurs a, superieure a, superieures a, au-dessus de, au dessus de, depassant, de plus de, excedant',
    under:
      'moins de, moins que, inferieur a, inferieurs a, inferieure a, inferieures a, en dessous de, au-dessous de, sous, en bas de, de moins de',
    min: 'au moins, minimum, au minimum, a partir de, d au moins',
    max: 'au plus, maximum, au maximum, pas plus de, jusqu a',
  },
  boundsAfter: {
    min: 'ou plus, et plus, ou davantage, et au-dessus',
    max: 'ou moins, et moins',
  },
  between: 'entre',
  boundJoins: 'et a',
  latest: 'derniers dernieres dernier derniere recents recentes',
  spending: 'depense depenses depenser depensees',
  sums: `combien, total, totaux, somme, en tout, au total, additionne`,
  most: `plus gros, plus grosse, plus grosses, plus grand, plus grande, plus grands, plus grandes, plus eleve, plus elevee, plus eleves, plus elevees,
    plus cher, plus chere, plus chers, plus cheres, plus important, plus importante, plus importants, plus importantes`,
  least: `plus petit, plus petite, plus petits, plus petites, moins cher, moins chere, moins chers, moins cheres, 
    plus faible, plus faibles, moins eleve, moins elevee, moins eleves, moins elevees`,
  unapplied: `par jour, par semaine, par mois, par an, par annee, chaque {unit}, en moyenne, moyenne, par categorie, par commercant,
    plus bas, plus basse, plus ancien, plus ancienne,
    par rapport a, compare a, que d habitude, carte de debit, carte de credit, carte visa`,
  findLeads: 'chez en a au aux sur pour dans avec',
  merchantLeads: 'chez',
  findLeadsAfterNoun: 'de du des d par',
  findSkips: 'le la les l mon ma mes un une des du de d',
  findEnds: `svp stp merci depuis pendant durant avant apres entre jusqu que qui quel quelle quels quelles quand ou comment combien je j il elle on
    ai as a-t est sont etait etaient ont ete me m moi dis dites montre montrez affiche donne mais si ne pas plus deja encore
    maintenant total tout recemment dernierement attente cours retenu retenue toujours hier`,
  neverFound: `prochain prochaine prochains minimum maximum interet interets taux du due annuler expliquer refuse refusee rembourse
    rembourses moi toi lui compte comptes carte cartes argent comptant especes appli application telephone courriel ligne banque general total moyenne
    tout tous toutes rien moment fois date jour jours semaine semaines mois an ans annee annees heure heures ici la ca cas solde soldes courant
    epargne pret retenue retenues cheque cheques debit credit attente personne nouveau nouvelle recent recents recente recentes dernier derniere
    derniers dernieres inconnu suspect double doublon international virement virements quoi ce cette cours train suite fait`,
  entryNouns: `achat achats depense depenses transaction transactions operation operations paiement paiements depot depots retrait retraits frais
    mouvement mouvements facture factures debit debits remboursement remboursements depense depensee paye achete`,
  ands: 'et &',
  findHeads: 'chercher cherche trouver',
  whys: 'pourquoi',
  pendings: 'attente retenu retenue retenus',
  topics: [
    {
      intent: 'history',
      phrases: phrasesOf(
        `combien j ai depense, combien ai je depense, combien ai-je depense, j ai depense, ai je depense, combien a t on depense, combien d argent j ai depense,
         combien est ce que j ai depense, qu est ce que j ai depense, combien on a depense, combien avons nous depense, depense, depenses,
         combien j ai paye, combien ai je paye, j ai paye, ai je paye, j ai achete, ai je achete, total des depenses, total de mes depenses, total des achats,
         total de mes achats, combien d achats, combien d operations, combien de transactions, combien de paiements, paiements, achats, achat,
         combien m a coute, combien m ont coute, m a coute, operation`,
      ),
      also: wordsOf(
        `combien total somme argent d de fois est ce que quand ou en tout au fait faits faites ai je j ete montant quel quelle mon ma mes paye depense`,
      ),
    },
    {
      intent: 'deposits',
      phrases: phrasesOf(
        `combien j ai depose, combien ai je depose, combien j ai recu, combien ai je recu, combien j ai gagne, combien ai je gagne, total des depots,
         total de mes depots, combien de depots, combien est entre, revenus, rentrees d argent`,
      ),
      also: wordsOf('total somme combien argent d de ai je j recu eu ete en tout'),
    },
    {
      intent: 'withdrawals',
      phrases: phrasesOf(
        `combien j ai retire, combien ai je retire, j ai retire, ai je retire, total des retraits, total de mes retraits, combien de retraits,
         combien est sorti`,
      ),
      also: wordsOf('total somme combien argent d de ai je j guichet comptant especes en tout'),
    },
    {
      intent: 'balance',
      phrases: phrasesOf(
        'combien j avais, avais je, j avais, combien avais je, combien il y avait, solde, soldes',
      ),
      also: wordsOf('combien argent d etait quel il y avait le mon'),
    },
    {
      intent: 'holds',
      phrases: phrasesOf(
        'en attente, retenu, retenue, retenus, toujours en attente, encore en attente',
      ),
      also: wordsOf('pourquoi est il elle toujours encore sont paiement achat le la'),
    },
  ],
};
