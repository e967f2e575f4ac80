/** Words that a wish for no more messages is made of, in three languages. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of two and more that count as one. */
export const phrases: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/\bcredit union'?s?\b/g, 'bank'],
  [/\b(?:fuck|f|piss|bugger) off\b/g, 'stop'],
  [/\bto \d{5,6}$/g, 'please'],
  [/\bs'?il (?:vous|te) plait\b|\bpor favor\b|\bde una vez\b/g, 'please'],
  [/\bthank (?:you|u)\b|\bmuchas gracias\b/g, 'thanks'],
  [/\bright (?:now|away)\b|\bat once\b|\btout de suite\b|\bahora mismo\b/g, 'now'],
  [/\b(?:opt|opted|opting) ?-?out\b/g, 'optout'],
  [/\bun[- ]?subscribe\b/g, 'unsubscribe'],
  [/\bhow (?:do|can|could) (?:i|we)\b|\bhow to\b/g, 'please'],
  [/\b(?:comment|como)(?: (?:puedo|hago para|faire pour|je peux|puis-je))?(?= )/g, 'please'],
  [/\bturn(?:ed)? off\b/g, 'stop'],
  [/\bturn (.{1,24}) off\b/g, 'stop $1'],
  [/^((?:the |my |all |these )?\w+) off$/g, 'stop $1'],
  [/\b(?:ne )?plus (?=recevoir\b)/g, 'stop '],
];

/** What ends messages when it stands alone. Each is also a verb that takes messages. */
export const verbs: ReadonlySet<string> = words(
  `stop stopall stahp cease discontinue optout unsubscribe unsub
  arret arreter arretez arrete cessez cesser fin assez desabonner desabonnez desabonnement desinscrire desinscription
  detener detenga detengan detengase detenganse deten parar paren parenle parele pare terminar alto basta baja fin desuscribir desuscribirme desuscribanme salir`,
);

/** What may stand before the verb. No word of these denies or asks. */
export const leads: ReadonlySet<string> = words(
  `y thanks thx ty please pls plz kindly just can could would will you u i i'd id we want need said told like to ok okay yes no yeah yep nope hi hello hey
  now enough reply replying text texting send sending txt the word wish would am i'm im hereby must all choose sorry dejen deje que
  svp stp merci bonjour je j' veux voudrais souhaite vous me m' ne il faut ca te de d'
  quiero quisiera necesito deseo hola favor ya ok que se me`,
);

/** Messages, and how they come. */
export const contacts: ReadonlySet<string> = words(
  `text texts texting txt txts txting texted message messages messaging msg msgs sms mms alert alerts notification notifications dm dms update updates
  notice notices spam spamming junk crap stuff contacting contact codes bothering harassing writing sending getting receiving communication
  communications subscription subscribing newsletter promotions marketing
  texto textos alerte alertes envoi envois ecrire m'ecrire m'envoyer envoyer d'envoyer d'ecrire m'embeter deranger contacter texter recevoir abonnement l'abonnement
  mensaje mensajes mensajitos alerta alertas notificacion notificaciones escribirme mandarme enviarme molestar molestarme mandar enviar
  escribir recibir recibiendo suscripcion contactarme`,
);

/** What may follow the verb and changes nothing. */
export const tails: ReadonlySet<string> = words(
  `please pls plz thanks thx ty now it this that these those them the my your ur any all more me us everything already asap today forever
  immediately service services program programme bank here from you u to with of and desist optout unsubscribe unsubscribing end quit cancel
  future further bs shit damn dammit damnit stupid annoying fucking god ok okay sir maam
  svp merci ca tout tous cela les des de d' vos ces ce le la aux au moi maintenant immediatement definitivement
  todo todos los las sus estos esos a mi ya gracias ahora inmediatamente esto eso el servicio me m'
  stop reply`,
);

/** What may stand beside a word for messages besides. */
export const besides: ReadonlySet<string> = words(
  `at work home night day days every each time so many again ever anymore number phone cell line on about account accounts balance low daily weekly
  promotional automated banking i've been for in a an some such
  plus numero telephone jour jours chaque encore chez
  mas numero telefono celular todos dias cada dia`,
);

/** Where a reason begins that is given without a comma: `stop i moved`, `stop this is a landline`. */
export const reasonStarts =
  /^(?:(?:i|i'm|im|i've|i'd|you|u|we|we're|they|he|she|your|it's|its|dont|don't|do not|not|wrong|leave|go away|this is(?:n't| not)?|this isnt|that is|thats|that's|it is|it was|my (?:kid|son|daughter|wife|husband|mom|dad|child|boss|lawyer|attorney))|(?:je|j'ai|vous|c'est|ce n'est|ce numero|mauvais|pas|on|laissez|ne)|(?:yo|no|ya no|usted|ustedes|se|numero equivocado|este numero|es|esto es|mi hij[oa]|soy))(?: |$)/;

/** What ends a sentence of complaint: `i am not bob stop`, `no soy ana paren`. */
export const lastStops: ReadonlySet<string> = words(
  'stop arretez arrete cessez paren basta desabonnez-moi unsubscribe',
);

/** Before these words `stop` is a place, or is denied. */
export const noStops: ReadonlySet<string> = words(
  `a the my his her our your bus truck pit full non next last first wrong rest every one another at to not can't cant won't wont didn't didnt
  will did would never couldn't no la le mean meant say said saying`,
);

/** How a complaint begins, besides reasons. */
export const complaints =
  /^(?:too|so) (?:many|much)\b|^who(?:'s| is| are| r)\b|^(?:trop de|demasiados|thanks)\b/;

/** What stands before STOP as its reason, without a comma. */
export const reasonsBefore =
  /^(?:wrong (?:number|person)|not (?:interested|me|a member)|enough|fuck (?:off|you)|go away|leave me alone|no thanks?|mauvais numero|numero equivocado|pas interesse)$/;

/** A whole clause that says it by itself. */
export const sayings =
  /^(?:(?:sorry )?(?:(?:you|u)(?:'ve)?(?: have)?(?: got)? )?(?:the )?wrong (?:number|person)(?: sorry)?|(?:please )?(?:remove|delete|erase|take off)(?: me| my (?:phone )?number| this (?:phone )?number| my (?:cell|phone))?(?: from (?:(?:your|the|this|all) )*(?:lists?|system|database|records?|contacts?|texts?|messages?))?(?: please)?|i (?:want|need|would like) (?:off|out)(?: of)?(?: (?:this|your|the) (?:lists?|texts?|messages?|service))?|no (?:more|further) ?(?:texts?|messages?|communications?|contact|alerts?|sms)?(?: please)?|(?:i )?(?:do not|don't|dont) want(?: (?:these|any of these|to be (?:texted|messaged|contacted)))+(?: anymore| any more| please)*|(?:i'm |im |i am )?not interested(?: please| sorry)?|(?:i(?:'m| am)? |im )?(?:hereby )?(?:revok(?:e|ing)|withdraw(?:ing)?|rescind(?:ing)?)(?: my| all| any)* (?:consent|permission)(?: (?:to|for|be|being|contacted|texted|messaged|receive|texts?|messages?|these|this|your|sms))*|(?:my )?consent (?:is )?(?:revoked|withdrawn)|bank stop|(?:please )?(?:me )?retire[rz](?:[- ]moi)? de (?:la|votre|vos|cette) listes?|(?:veuillez |svp )?me retirer de (?:la|votre|cette) liste|je n'en veux plus|plus rien(?: please| svp)?|ya no mas|no quiero mas|(?:quiero |please )?(?:que )?(?:ya )?dejen de (?:escribirme|mandarme|enviarme|molestar(?:me)?|textearme)(?: (?:mensajes?|textos?))?|quiero cancelar (?:los|sus|estos) (?:mensajes|textos)|i (?:do not|don't|dont|never|no longer) consent(?:ed)?(?: (?:to|this|these|those|your|any|receive|receiving|the|all|get|getting|texts?|messages?|be|being|texted|more))*|lose (?:my|this) number|im done (?:with )?(?:these |your |the )?(?:texts?|messages?|service)|no (?:autorizo|acepto|permito)(?: (?:mas|sus|los|estos|que me|manden|escriban|mensajes?|textos?|sms))+|dejen? de (?:fregar|chingar|joder|fastidiar)(?:me)?|(?:vous avez le |c'est (?:le |un )?)?mauvais numero|ne (?:plus|pas) (?:m'ecrire|me contacter|me texter|m'envoyer (?:de |des )?(?:messages|textos|sms))|(?:pas|plus) de (?:messages?|textos?|sms|alertes?)|(?:retire[rz]|enleve[rz]|supprime[rz]|efface[rz]|rayez)(?:[- ]moi| mon numero)(?: de (?:la|votre|cette|vos) listes?)?|(?:je )?(?:retire|revoque|retirer|revoquer|retrait de|retrait du)(?: mon| le)? consentement|annule[rz]? (?:l'|mon |cet )abonnement|(?:fichez|foutez)[- ]moi la paix|(?:ca|cela) suffit(?: (?:les|ces|vos|avec|messages?|textos?|sms|comme ca|maintenant|svp))*|(?:(?:se )?equivoc(?:o|aron) de |es (?:el |un )?|tiene(?:n)? (?:el |un )?)?numero (?:equivocado|incorrecto)|para(?:le)? ya|no mas|no deseo(?: (?:mas|recibir|sus|estos|los|ningun|mensajes?|textos?|alertas?|sms|de texto))+|(?:quite|elimine|borre|saque)n? mi numero(?: de (?:la|su|esta) lista)?|(?:borrar|quitar|eliminar|sacar) mi numero(?: de (?:la|su|esta) lista)?|(?:retir(?:o|ar)|revoc(?:o|ar)) (?:mi |el )?consentimiento|(?:den|dar|de|darme|deme|denme) de baja(?: (?:mi|este) (?:numero|telefono|celular))?|(?:anul(?:ar|en|e)|cancel(?:ar|en|e)) (?:mi |la )?suscripcion|ni un mensaje mas|salirme(?: de (?:la|su|esta) lista)?|(?:suspendan|suspender|terminar|terminen|quiten|cancelen) (?:(?:los|sus|estos|mis|las) )?(?:mensajes?|alertas?|textos?|sms)|no (?:me )?(?:escrib|mand|envi|contact|molest)\w+(?: (?:mas|nada|mensajes|otro|otra vez|textos?|de texto|alertas?))*|(?:como|please) (?:dejo|paro|cancelo|detengo|dejar|parar|cancelar)(?: (?:de|recibir|los|estos|sus|las|mensajes?|textos?|alertas?))+)$/;

/** With one of these the sentence is about money, a card, or how STOP works, whatever else it says. */
export const otherMatters =
  /\b(?:pay|pays|paying|payments?|checks?|cheques?|cards?|transfers?|ach|autopay|debits?|deposits?|charg\w+|fees?|purchas\w+|withdraw\w*|transactions?|loans?|orders?|interest|statements?|overdraft|garnish\w*|foreclos\w*|fraud|thief|stolen|stole|shop|help|aide|ayuda|pagos?|tarjetas?|transferencias?|cargos?|depositos?|prestamos?|comision\w*|virements?|paiements?|cartes?|prelevements?|frais|prets?|depots?|operations?)\b/;

/** `stop bugging me`: what is done to people by messages, but for what a credit union does with money, mail and calls. */
export const stopsDoing =
  /^(?:(?:please|pls|just|ok|hi) )*(?:stop|quit|cease) (?!(?:charg|bill|tak|pay|call|mail|ly|giv|ask|deny|declin|freez|lock|block|hold|steal|withhold|let|allow)\w*ing\b)\w+ing(?: up)? (?:me|us|my phone|this (?:number|phone|line))(?: please| now| thanks| asap| already)*$/;
