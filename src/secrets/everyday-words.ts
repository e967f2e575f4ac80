/** Words after "my password is" that tell no password. */
const everydayWords = new Set(
  `not no now never always wrong incorrect invalid expired expiring locked lost forgotten forgot broken reset resetting changed
  change blocked bad stolen compromised hacked being been too very so the my a an that this it what which who still working gone
  required needed missing safe weak strong old new same different correct right ok okay secret private case sensitive long short
  good empty blank unknown your for to in on at if where when how why just also only about asking asked used known something
  someone somebody anything rejected declined refused accepted disabled saved written stuck failing failed here there easy hard
  pas plus incorrecte faux fausse expire expiree oublie oubliee perdu perdue bloque bloquee vole volee invalide mauvais mauvaise
  errone erronee trop tres le la les mon ma un une toujours encore refuse refusee requis compromis pirate bonne correcte demande
  quel quelle ce ceci cela voici ou jamais incorrecta incorrecto mala mal invalida equivocada vencida expirada olvidada perdida
  bloqueada robada mi el una muy demasiado siempre todavia correcta secreta necesaria obligatoria rechazada nueva vieja que cual
  esta este esa ese aqui donde nunca olvide oublier ahorrar help please pls problem problems issue ayuda problema aide probleme
  svp
  hint hints link links page pages manager policy rules requirement requirements screen prompt field box error errors settings
  update updated recovery recover unlock question questions protected protection fraud scam phishing alert notice email emails
  text texts attempt attempts tries try again yet today tomorrow tonight asap thanks thank request requested generator expires app
  site entry protegida recuperar recuperacion restablecer cambiar cambiado cambiada gracias caducada temporal enlace pagina segura
  correo hoy manana nadie alguien algo otra olvido changer reinitialiser reinitialisation recuperation lien securise temporaire
  merci courriel demain quelqu'un personne autre nouveau oublier expirer
  sent mailed emailed delivered given provided entered typed fixed able available easier harder stronger longer shorter ready done set
  monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi
  jeudi vendredi samedi dimanche lol ugh wtf omg illegally online
  or and open closed free cheap full favor yesterday already twice once recently last before after myself times time days day weeks months ayer hier deja ya anoche`.split(
    /\s+/,
  ),
);

/**
 * Words that connect others. With them a text is a sentence and no passphrase. Commands also end a
 * phrase.
 */
const grammar = new Set(
  `and but or because since so i i'm i've we you he she they can can't cant cannot won't wont doesn't don't didn't does do did is
  isn't are was wasn't be by of with from as if then than its it's me us them has have had will would should could please stop
  unsubscribe cancel end quit start help lock unlock balance bal history hist transfer trans move pay send code check pin bank
  card account accounts fix y o u e pero porque yo no se puedo puede funciona es son fue de del con por para como si me lo saldo
  mover pagar ayuda parar bloquear cuenta et mais car je j'ai tu il elle on nous vous ne peux peut fonctionne marche c'est sont de
  du des avec par pour comme si me solde virer payer aide arreter bloquer compte`.split(/\s+/),
);

/** Whether a value's first word is an everyday word. */
export function isEverydayWord(value: string): boolean {
  const first = value.split(/[^a-z0-9'@!#$%&*+/\\^~-]+/).find((one) => one !== '') ?? '';
  return first === '' || everydayWords.has(bare(first));
}

/** Whether a word ends a passphrase. */
export function endsPhrase(word: string): boolean {
  return everydayWords.has(bare(word)) || grammar.has(bare(word));
}

/** Whether these words are a passphrase such as `correct horse battery staple`, not a sentence. */
export function isPhrase(value: string): boolean {
  const words = value.split(/\s+/).map(bare);
  return (
    !words.some((word) => grammar.has(word)) &&
    words.filter((word) => everydayWords.has(word)).length <= 1
  );
}

function bare(word: string): string {
  return word.replaceAll(/^'+|[!'.?-]+$/g, '');
}
