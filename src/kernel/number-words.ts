import type { Language } from './vocabulary/language.ts';
const table = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair): [string, number] => {
        const [word = '', value = '0'] = pair.split('=');
        return [word, Number(value)];
      }),
  );

/**
 * Whole numbers as words, without accents, by language. `one` and `un` are also articles, so they
 * are left out.
 */
export const numberWords: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: table(`two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
    fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60
    seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000`),
  fr: table(`deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15
    seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 nonante=90 cent=100 cents=100
    mille=1000`),
  es: table(`dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15
    dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veinticinco=25 treinta=30 cuarenta=40 cincuenta=50
    sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 trescientos=300 cuatrocientos=400
    quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900 mil=1000`),
};
