import { sentence } from '../../../reading/free-rule.ts';
import type { StopRules } from '../../../reading/lexicon/free-rules.ts';

export const stop: StopRules = {
  stop: [
    sentence(
      "(?:svp |s'il vous plait |merci de |veuillez |pouvez[- ]vous )*",
      "(?:(?:arretez?|arreter|cessez|cesser|stop|stoppez|stopper|finissez)(?: (?:de|les|ces|vos|tous|tout|avec|ce|cet|des))*(?: (?:m'|me )?(?:envoyer|envoi|ecrire|textoter|contacter|deranger|texter)(?: des| les| vos| ces| de| d')*)?(?: ?(?:messages?|sms|textos?|alertes?|notifications?))?",
      "|(?:il suffit )?(?:pas |non )?plus (?:de |d'|aucun )(?:messages?|sms|textos?|alertes?|notifications?)",
      "|(?:(?:ne )?(?:m'|me )|n')(?:envoyez|ecrivez|contactez|textez|envoie|ecris|derangez) (?:plus|pas)(?: rien)?(?: de| d'| aucun| ces| vos)*(?: ?(?:messages?|sms|textos?|alertes?))?",
      "|je (?:ne )?(?:veux|souhaite|desire) (?:plus|pas)(?: recevoir)?(?: de| d'| vos| ces| aucun| rien)*(?: ?(?:messages?|sms|textos?|alertes?))?(?: recevoir)?",
      "|(?:(?:je veux |je voudrais |je )?(?:me |m')?)?(?:desabonne|desinscris|supprimez (?:mon numero|moi)|effacez mon numero|desabonner|desinscrire|desinscription|desabonnement|desabonnez[- ]moi|desinscrivez[- ]moi|desabonne moi|retirez[- ]moi de (?:la|votre) liste)",
      "|laissez[- ]moi tranquille)(?: svp| s'il vous plait| merci| maintenant)*",
    ),
  ],
  start: [
    sentence(
      "(?:je veux |je voudrais )?(?:me |m')?(?:re ?abonner?|abonner|re ?abonnez[- ]moi|abonnez[- ]moi|re ?inscrire|reprendre|recommencer)(?: (?:les|vos|des|aux|a|mes|le|service|messages?|sms|textos?|alertes?))*(?: svp)?",
    ),
  ],
};
