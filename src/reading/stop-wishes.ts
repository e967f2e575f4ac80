/** What a member wishes people to stop. */
export const stopWishes = ['payment', 'card'] as const;
export type StopWish = (typeof stopWishes)[number];

const card = {
  en: '(?:(?:\\w+ )?(?:debit|credit|bank|atm|visa|mastercard|checking|lost|stolen|old|new) ){0,3}cards?(?! (?:application|payment|transaction|number|offer|charge|purchase|reader))',
  fr: "(?:(?:ma|la|mes|les|une|cette|ces|sa|notre|nos) |l')?(?:carte|cartes|cb|mastercard|visa)",
  es: '(?:(?:mi|la|mis|las|una|esta|esa|su|nuestra) )?(?:tarjeta|tarjetas)',
};

/** Told or asked, and no wish: `did you block my card`, `my card is blocked`. */
const told =
  /^(?:why|did|does|do you|has|have you|is|was|who|when|what happens|pourquoi|qui|avez[- ]vous|est ce que vous avez|por que|quien|ya|cuando)\b|\b(?:don't|dont|do not|never|not|un(?:freeze|block|lock)\w*|n'|ne|no|nunca)\b(?! longer)|\b(?:debloqu|degel|desbloque)\w*/;

const cardWishes: readonly RegExp[] = [
  new RegExp(
    `\\b(?:freeze|lock|block|suspend|deactivate|disable|cancel|stop|pause|kill|shut (?:off|down)|turn off|close|put (?:an? )?(?:freeze|block|hold|lock|stop) on|(?:freeze|block|hold|stop|lock) on) (?:(?:my|the|our|that|this|a|an|all|of|both|his|her|their|mom's|wife's|husband's) )*${card.en}\\b`,
  ),
  /\b(?:cards?|debit|visa) (?:.{0,60} )?(?:freeze|lock|block|suspend|disable|cancel|stop|deactivate) (?:it|them)\b/,
  /\b(?:my|the|our|this|that|debit|credit) cards? (?:\w+ ){0,2}?(?:needs? to|has to|have to|must|should|to) be (?:frozen|locked|blocked|suspended|cancell?ed|stopped|deactivated|shut off|turned off)\b/,
  /\bturn (?:my |the |our )?(?:(?:debit|credit) )?cards? off\b/,
  new RegExp(
    `\\b(?:bloqu|gel|verrouill|desactiv|annul|suspen|arret|stop|fig|congel)(?:er|ez|e|es|ent|dre|dez|ds|d|per|pez|pe)?(?:[- ]moi)? (?:tout de suite |vite |immediatement )?${card.fr}\\b`,
  ),
  new RegExp(`\\b(?:opposition|opposer) (?:.{0,12})?${card.fr}\\b`),
  /\b(?:carte|cartes) (?:\w+ ){0,2}?(?:doit|doivent|devrait) etre (?:bloque|gele|annule|desactive|suspendu)e?s?\b/,
  new RegExp(
    `\\b(?:bloque|congele|desactive|suspende|suspenda|cancele|anule|detene|detenga|inhabilite|apague|pause|bloquea|congela|desactiva|suspende|cancela|anula|deten|inhabilita|apaga)(?:r|n|e|en|me|nme|rme|enme|eme)? (?:ya |por favor |ahora )?(?:a )?${card.es}\\b`,
  ),
  /\b(?:tarjeta|tarjetas) (?:.{0,40} )?(?:bloqueenla|bloqueela|bloqueala|cancelenla|congelenla|debe ser bloqueada)\b/,
  /\b(?:bloqueo|congelar|bloquear) (?:de )?(?:mi |la )?tarjeta\b/,
];

/** What ends, holds back or blocks, as members write it without accents. */
const stops =
  /\b(?:stop|cancel|block|hold|void|opposition|oppose|annul|arret|bloqu|deten|detien|suspend|parar|pare|anul)\w*/;

/** What is stopped. */
const payments =
  /\b(?:payment|pmt|pymt|check|cheque|transfer|deposit|debit|ach|autopay|transaction|order|purchase|paiement|virement|prelevement|pago|transferencia|debito|compra)s?\b/;

/** Whether a text wishes that a card be blocked; what merely tells or asks of one does not. */
export function wishesCardBlocked(flat: string): boolean {
  return !told.test(flat) && cardWishes.some((wish) => wish.test(flat));
}

/** Of a text for people: what it wishes stopped, if anything. */
export function stopWishOf(flat: string): StopWish | undefined {
  if (wishesCardBlocked(flat)) return 'card';
  return stops.test(flat) && payments.test(flat) ? 'payment' : undefined;
}
