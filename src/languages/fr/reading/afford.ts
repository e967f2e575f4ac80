import type { AffordWords } from '../../../reading/lexicon/afford-words.ts';

/** *Puis-je dépenser 60 $ d'ici vendredi?*, in French. */
export const afford: AffordWords = {
  gate: "depens|permettre|assez|m'offrir|me payer|moyens|j'achete|on achete|acheter|je prends|je paye|je paie|claque|encaisser|supporter|absorber|supporte|encaisse|pourrai|si je|flamber|ca passe|sans et|peut prendre|de quoi",
  before:
    "(?:est-ce que |est ce que )?(?:puis-je|puis je|je peux|je peux-tu|je peux tu|je peut|j'peux|peut-on|on peut|on peut-tu|pouvons-nous|nous pouvons|pourrais-je|je pourrais|peux-je)(?: (?:encore|vraiment|bien|toujours))* (?:depenser|(?:me |nous |m'|se )?permettre(?: de depenser)?|me payer|m'offrir|me depenser)(?: (?:quelque chose|qqch|un achat|une depense|un truc|encore|jusqu'a|plus de|environ))*(?: (?:a|de|pour|qui coute))?|(?:est-ce que |est ce que )?(?:ai-je|ai je|j'ai|avons-nous|on a|j'aurai|aurai-je|y a-t-il|il y a)(?: (?:encore|toujours|bien))* assez(?: (?:d'argent|de fonds))? pour(?: (?:depenser|payer|couvrir|un achat|une depense|acheter quelque chose|m'offrir quelque chose))*(?: (?:a|de|pour))?|(?:me )?permettre(?: de depenser)?|(?:ca serait|c'est|ce serait|serait-ce) (?:correct|ok|beau|raisonnable|possible) (?:si je depense|de depenser|si j'achete)(?: (?:a|de|pour))?|(?:et )?si (?:je |j'|on )(?:depense|achete|prends|paye|paie|claque)(?: (?:des|un|une|le|la|les|mes|pour) ?[a-z]*(?: [a-z]+)?)?(?: (?:a|de|pour|qui coute|chez))?|(?:est-ce que |est ce que )?(?:ai-je|j'ai|on a|avons-nous|j'ai-tu)(?: (?:encore|toujours|bien))* (?:les moyens|le budget|de quoi|assez)(?: (?:d'argent|de fonds|de cash|de sous))? (?:pour|de|d')(?: ?(?:me payer|m'acheter|acheter|payer|prendre|m'offrir))?(?: (?:un|une|des|le|la|les) [a-z]+(?: [a-z]+)? (?:a|de|qui coute))?|(?:je peux|puis-je|peut-on|on peut|je peux-tu) (?:m'acheter|acheter|m'offrir|me payer|prendre)(?: (?:un|une|des|le|la|les) [a-z]+(?: [a-z]+)?)? (?:a|de|pour|qui coute)|(?:est-ce que )?(?:j'aurai|aurai-je|j'aurais|j'aurai-tu|j'ai-tu|j'ai|ai-je|on a|on a-tu|on aura) (?:encore )?assez (?:d'argent |de sous |de cash )?pour(?: [a-z']+){1,4}?(?: (?:de|a|environ|autour de|genre))?|(?:j'ai|j'ai-tu|ai-je|on a|on a-tu) (?:les moyens|le budget) (?:d'|pour |de )(?:(?:me payer|acheter|m'acheter|m'offrir|prendre) )?(?:un|une|des|le|la|les) [a-z]+(?: [a-z]+)? (?:a|de|qui coute)|(?:mon|le) compte (?:peut-il|peut|va-t-il|va) (?:encaisser|supporter|absorber|prendre)(?: (?:un achat|une depense))?(?: (?:de|encore))?|(?:pourrais-je|je pourrais|on pourrait|pourrions-nous)(?: bien)? (?:m'acheter|acheter|m'offrir|me payer|prendre)(?: (?:un|une|des|le|la|les) [a-z]+(?: [a-z]+)? (?:a|de|qui coute))?|ca passe(?:-tu)?(?: (?:un|une|des|le|la|les) [a-z]+(?: [a-z]+)?)? (?:a|de)|(?:j'ai|j'ai-tu|j'ai tu|ai-je|on a|on a-tu) (?:encore )?assez (?:de|pour)(?: (?:un|une|des|le|la|les) [a-z]+| [a-z]+)?(?: (?:de|a))?|(?:et )?si (?:je |j'|on )(?:sors|retire|mets|donne|utilise|flambe|claque)(?: (?:des|un|une|le|la|les|mes|pour) ?[a-z]*(?: [a-z]+)?)?(?: (?:a|de|pour|en|chez))?|(?:est-ce que |est ce que )?(?:je pourrai|je pourrais|pourrai-je|on pourra) (?:encore |bien )?(?:payer|depenser|sortir|acheter|m'acheter|me payer|me permettre|m'offrir)(?: (?:un|une|des|le|la|les|ma|mon|mes) [a-z]+)?(?: (?:a|de))?|mon compte (?:supporte|supporterait|encaisse|prend|tient)(?:-il)?(?: (?:un|une) [a-z]+)?(?: (?:de|a))?|ca passe(?:-tu)?|assez pour|c'est assez|(?:j'ai|ai-je|j'ai-tu|on a) (?:encore )?assez si (?:j'|je |on )(?:achete|paye|paie|prends|sors)(?: [a-z]+){0,3}?(?: (?:a|de))?|(?=.*\\bsans\\b)(?:je peux|je peux-tu|puis-je|on peut) (?:sortir|retirer|prendre)|(?=.*\\b(?:correcte?|suis|reste)\\b)je depense|(?:j'ai|j'ai-tu|ai-je|on a) (?:les moyens|le budget|de quoi) (?:de |pour )?(?:depenser|me payer|m'acheter|m'offrir)(?: (?:un|une|des) [a-z]+)?(?: (?:a|de))?",
  whole:
    "combien (?:d'argent )?(?:est-ce que |est ce que )?(?:puis-je|puis je|je peux|peut-on|on peut|pourrais-je|je pourrais|j'peux)(?: (?:encore|bien))* (?:depenser|flamber|claquer|me permettre(?: de depenser)?)|(?:je peux|on peut) depenser combien|combien (?:d'argent )?(?:(?:il )?(?:me|m') ?reste(?:-t-il| t il)?|ai-je|j'ai|est-ce que j'ai|me reste-t-il)(?: encore)? (?:a|pour) depenser|j'ai combien (?:a|de lousse pour) depenser|combien j'ai (?:a|de lousse pour) depenser|(?:que|qu'est-ce que je|ce que je) peux(?:-je)? depenser|que puis-je depenser",
  article: 'un|une|environ',
  polite:
    "de plus|sans tomber dans le rouge|sans etre dans le rouge|pour sortir|s'il vous plait|svp|stp|s'il te plait|bonjour|salut|allo|merci|maintenant|en ce moment|au maximum|au plus|dites-moi|ok|tranquillement|sans probleme|sans stress|sans m'inquieter|je tiens|je tiens le coup|ca passe|ca va passer|est-ce que ca passe|je serai correct|ca ira|c'est correct|ou pas|non|sans etre a decouvert|j'aimerais savoir si|je veux savoir si|(?:je suis|chu|j'suis) (?:a |au )(?:l'|la |le )?[a-z]+(?: et)?|aujourd'hui|qu'est-ce qui (?:arrive|se passe)|ca donne quoi|je (?:reste|finis|tombe) a combien|il (?:m'en|me) reste combien",
  purpose: "pour|en|au|aux|a|chez|sur|de|dans|avec|d'|du|des|je|j'|il|on|me|m'|est-ce|sans",
  from: 'de|du|sur|avec|dans|a partir de|a partir du|de mon|sur mon|sur le',
  until:
    "jusqu'a|jusqu'au|jusqu'en|jusqu a|jusqu au|jusqua|d'ici|d'ici a|d'ici au|d'ici le|d'ici la|avant|avant le|avant la|pour",
  payday:
    '(?:ma |la |mon |le )?(?:prochaine |prochain )?(?:paie|paye|salaire|jour de paie|jour de paye)|etre paye|que je sois payee?',
  today: "aujourd'hui|ce soir|cet apres-midi",
  tomorrow: 'demain',
  weekend: '(?:(?:cette|la|ce|le) )?(?:fin de semaine|week-end|weekend)',
  thisWeek: '(?:(?:le )?reste de (?:la|cette) semaine)|cette semaine',
  nextWeek: '(?:la )?semaine prochaine',
  monthEnd: '(?:la |le )?(?:fin|reste) (?:du|de ce) mois(?:-ci)?|fin de mois|ce mois(?:-ci)?',
  days: '(?:pour |dans |pendant )?(?:les )?(?:prochains )?(\\d{1,2}) (?:prochains )?jours',
  dayOfMonth: '(?:le |au )?(\\d{1,2})(?:er|e)?',
  next: 'le|ce|au',
  weekdays:
    'lundi|lundi prochain, mardi|mardi prochain, mercredi|mercredi prochain, jeudi|jeudi prochain, vendredi|vendredi prochain, samedi|samedi prochain, dimanche|dimanche prochain',
  months:
    'janvier|janv, fevrier|fev, mars, avril|avr, mai, juin, juillet|juil, aout, septembre|sept, octobre|oct, novembre|nov, decembre|dec',
  date: '(?:le |au )?(?<day>\\d{1,2})(?:er)? (?<month>%)',
  isMonthFirst: false,
};
