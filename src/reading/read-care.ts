import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from './reading.ts';
import { findSecrets } from '../secrets/find-secrets.ts';
import { plain } from './normalize.ts';
import type { FreeReading } from './free-wording.ts';

interface CareRule {
  readonly care: Care;
  readonly language: Language | undefined;
  readonly pattern: RegExp;
}

const things = {
  en: '(?:(?:cell|mobile|smart|i)?phone|cell|mobile|sim|cards?|wallet|purse|checkbook|identity|backpack|bag|laptop)',
  fr: '(?:telephone|portable|cellulaire|cell|mobile|cartes?|portefeuille|sac|chequier|identite|ordinateur)',
  es: '(?:telefono|celular|movil|cel|tarjetas?|cartera|billetera|bolsa|bolso|chequera|identidad|mochila)',
};

/**
 * What is said to us as people, and no command: danger to a life; what was lost or stolen; greetings and thanks. Looked at
 * before commands, since a frightened member's words hold command words too. First match decides.
 */
const rules: readonly CareRule[] = [
  {
    care: 'crisis',
    language: 'en',
    pattern:
      /\b(?:(?:kill|hurt|harm|hang|shoot)(?:ing)? myself|suicid(?:e|al)|(?:want|going|wanna) (?:to )?die\b|(?:end|take|ending|taking) my (?:own )?life|end it all|(?:do not|don'?t) want to (?:live|be alive|be here)|better off dead|no reason to live|(?:i am|i'?m|we are|we'?re) in danger|(?:call|send|dial|need|get) 911)\b/,
  },
  {
    care: 'crisis',
    language: 'fr',
    pattern:
      /\b(?:(?:me|m') ?(?:suicider|tuer|pendre)|(?:envie de|veux|vais) (?:mourir|en finir)|en finir avec (?:la|ma) vie|(?:plus|pas) (?:envie de |la force de )?vivre|me faire du mal|(?:suis|sommes) en danger|appele[rz] le (?:911|112|17))\b/,
  },
  {
    care: 'crisis',
    language: 'es',
    pattern:
      /\b(?:suicid(?:arme|io)|matarme|quitarme la vida|(?:quiero|voy a) morir(?:me)?|no quiero (?:seguir )?(?:vivir|viviendo)|hacerme dano|(?:estoy|estamos) en peligro|llam(?:e|a|en|ar) al (?:911|112))\b/,
  },
  {
    care: 'emergency',
    language: 'en',
    pattern: new RegExp(
      `\\b(?:lost|misplaced|stole|stolen|snatched|robbed|cloned|hacked|dropped) (?:.{0,30} )?(?:my|our|the|his|her)? ?(?:.{0,12} )?${things.en}\\b|\\b(?:my|our) (?:\\w+ )?${things.en} (?:(?:has|have|is|was|were|got|been|went|just) )*(?:lost|missing|stolen|gone|snatched|cloned|hacked|compromised)\\b|\\bhack(?:ed|ing) (?:me|us)\\b`,
    ),
  },
  {
    care: 'emergency',
    language: 'fr',
    pattern: new RegExp(
      `\\b(?:perdu|vole|egare|derobe|pirate|clone)e?s? (?:.{0,20} )?${things.fr}\\b|\\b${things.fr} (?:(?:a|ont|est|sont|ete|m'a|s'est|fait) )*(?:vole|perdu|pirate|derobe|clone|disparu)e?s?\\b`,
    ),
  },
  {
    care: 'emergency',
    language: 'es',
    pattern: new RegExp(
      `\\b(?:perdi|perdido|robaron|robado|robo|extravie|hackearon|hackeado|clonaron|perdio|no encuentro) (?:.{0,20} )?${things.es}\\b|\\b${things.es} (?:(?:fue|esta|ha|sido|me|la|lo|se) )*(?:robad[oa]|perdid[oa]|perdio|robaron|hackead[oa]|clonad[oa]|clonaron)\\b`,
    ),
  },
  {
    care: 'thanks',
    language: 'en',
    pattern:
      /^(?:(?:ok|okay|great|perfect|awesome|cool|hi|alright) )?(?:thanks?(?: you| u)?|thx|ty|tysm|cheers)(?: (?:so|very|much|a|lot|again|bye|for|your|the|help|everything|it|all|great|that|was|helpful))*$|^(?:good ?bye|bye(?: bye)?|good night|have a (?:good|great|nice) (?:day|one|night|weekend)|(?:great|good|nice) (?:job|service)|you(?:'re| are) (?:the best|great|awesome))$/,
  },
  {
    care: 'thanks',
    language: 'fr',
    pattern:
      /^(?:(?:ok|parfait|super|bien|d'accord) )?(?:un grand )?merci(?: (?:beaucoup|bien|a|vous|toi|mille|fois|encore|pour|votre|aide|tout))*$|^(?:au revoir|bonne (?:journee|soiree|nuit))$/,
  },
  {
    care: 'thanks',
    language: 'es',
    pattern:
      /^(?:(?:ok|perfecto|muy bien) )?(?:muchas |mil |muchisimas )?gracias(?: (?:por|todo|su|la|ayuda|muy|amable))*$|^(?:adios|hasta luego|que tenga (?:un )?buen dia)$/,
  },
  {
    care: 'hello',
    language: 'en',
    pattern:
      /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hi there|hello there|hey there|hi (?:how are you|everyone|all)|how are you(?: doing)?(?: today)?|what'?s up|(?:are|r) (?:you|u) (?:a |an )?(?:bot|robot|machine|computer|human|real|real person|ai|there)|is this (?:a |an )?(?:bot|robot|machine|computer|ai|automated)|who (?:is this|are you)|am i talking to a (?:bot|robot|machine))$/,
  },
  {
    care: 'hello',
    language: 'fr',
    pattern:
      /^(?:bonjour|salut|bonsoir|coucou|allo|(?:bonjour |salut )?(?:comment )?(?:ca va|allez[- ]vous|vas[- ]tu)|(?:etes[- ]vous|es[- ]tu|c'est|est ce) (?:un |une )?(?:robot|bot|machine)|qui (?:etes[- ]vous|es[- ]tu|est ce))$/,
  },
  {
    care: 'hello',
    language: 'es',
    pattern:
      /^(?:hola(?: que tal| buenos dias| buenas tardes| buenas)?|buenos dias|buenas(?: tardes| noches)?|que tal|como (?:esta|estas)|(?:eres|es|es usted) (?:un |una )?(?:robot|bot|maquina)|quien (?:eres|es))$/,
  },
];

/** Reads what is said to us as people; `undefined` for all else. */
export function readCare(tidied: string, flat: string): FreeReading | undefined {
  if (findSecrets(tidied).tells)
    return { reading: unknown('secrets'), confirm: false, ...languageOfSecret(plain(tidied)) };
  if (isNod(tidied)) return { reading: unknown('thanks'), confirm: false };
  for (const { care, language, pattern } of rules) {
    if (pattern.test(flat))
      return { reading: unknown(care), confirm: false, ...(language ? { language } : {}) };
  }
  return undefined;
}

function unknown(care: Care): FreeReading['reading'] {
  return { intent: 'unknown', care };
}

/** In which language a secret is named, where its name is of one only. */
function languageOfSecret(said: string): { readonly language?: Language } {
  if (/\b(?:contrasenas?|clave|seguro social|cuenta|tarjeta|codigo|mi|el)\b/.test(said))
    return { language: 'es' };
  return /\b(?:nip|mots? de passe|mdp|nas|assurance sociale|compte|carte|mon|ma)\b/.test(said)
    ? { language: 'fr' }
    : {};
}

/** Emoji of thanks and greeting, and nothing else. */
function isNod(tidied: string): boolean {
  return /^(?:[👍👌🙏😊🙂😀😃😄❤🥰🎉👏💯🤝👋]|[\u{1F3FB}-\u{1F3FF}]|\s)+$/u.test(tidied);
}
