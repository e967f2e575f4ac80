import { clause } from '../../../reading/free-rule.ts';
import type { OptOutWords } from '../../../reading/lexicon/opt-out-words.ts';

/** The parts of a request for no more messages, in French. */
export const optOut: OptOutWords = {
  phrases: [
    [/\bs'?il (?:vous|te) plait\b/g, 'please'],
    [/\btout de suite\b/g, 'now'],
    [/\bcomment(?: (?:faire pour|je peux|puis-je))?(?= )/g, 'please'],
    [/\b(?:ne )?plus (?=recevoir\b)/g, 'stop '],
  ],
  quoted: { begins: 'le', wrote: 'a écrit' },
  verbs:
    'arret arreter arretez arrete cessez cesser fin assez desabonner desabonnez desabonnement desinscrire desinscription',
  leads: "svp stp merci bonjour je j' veux voudrais souhaite vous me m' ne il faut ca te de d'",
  contacts: `texto textos alerte alertes envoi envois ecrire m'ecrire m'envoyer envoyer d'envoyer d'ecrire m'embeter deranger contacter texter recevoir
    abonnement l'abonnement`,
  tails:
    "svp merci ca tout tous cela les des de d' vos ces ce le la aux au moi maintenant immediatement definitivement m'",
  besides: 'plus numero telephone jour jours chaque encore chez',
  reasonStarts: /^(?:je|j'ai|vous|c'est|ce n'est|ce numero|mauvais|pas|on|laissez|ne)(?: |$)/,
  lastStops: 'arretez arrete cessez desabonnez-moi',
  noStops: 'la le',
  complaints: /^trop de\b/,
  reasonsBefore: clause('mauvais numero', 'pas interesse'),
  denies: /\b(?:n'|ne) (?:\w+ )?(?:stop|arrete[rz]?|cesse[rz]?)\b/,
  asks: /\b(?:quand|pourquoi|si)\b/,
  otherMatters:
    /\b(?:aide|virements?|paiements?|cartes?|prelevements?|frais|prets?|depots?|operations?)\b/,
  sayings: clause(
    '(?:please )?(?:me )?retire[rz](?:[- ]moi)? de (?:la|votre|vos|cette) listes?',
    '(?:veuillez |svp )?me retirer de (?:la|votre|cette) liste',
    "je n'en veux plus",
    'plus rien(?: please| svp)?',
    "(?:vous avez le |c'est (?:le |un )?)?mauvais numero",
    "ne (?:plus|pas) (?:m'ecrire|me contacter|me texter|m'envoyer (?:de |des )?(?:messages|textos|sms))",
    '(?:pas|plus) de (?:messages?|textos?|sms|alertes?)',
    '(?:retire[rz]|enleve[rz]|supprime[rz]|efface[rz]|rayez)(?:[- ]moi| mon numero)(?: de (?:la|votre|cette|vos) listes?)?',
    '(?:je )?(?:retire|revoque|retirer|revoquer|retrait de|retrait du)(?: mon| le)? consentement',
    "annule[rz]? (?:l'|mon |cet )abonnement",
    '(?:fichez|foutez)[- ]moi la paix',
    '(?:ca|cela) suffit(?: (?:les|ces|vos|avec|messages?|textos?|sms|comme ca|maintenant|svp))*',
  ),
  // Without its accent, `desactive` may be a past participle, so only `desactiver` and `desactivez` count.
  wholeSayings: clause(
    '(?:arrete|cesse|desactive|annule|stoppe|suspend)(?:r|z|re|ez) (?:(?:les|vos|ces|mes|tous|toutes) )+(?:messages|textos|sms|alertes|notifications)(?: (?:please|svp|merci))*',
  ),
};
