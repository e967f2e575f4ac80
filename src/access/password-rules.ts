/**
 * Rules for passwords. NIST SP 800-63B-4 section 3.1.1.2 asks for at least 15 characters for a
 * password alone. It asks for at least 8 if it is one of two factors, as it always is here. It
 * wants no composition rules and no expiry, and refuses common, expected or compromised passwords.
 * We ask for 12, which excludes most of the common ones; the rest are listed. All of Unicode is
 * allowed, and each code point counts as one; at most 128 (NIST asks for at least 64).
 */
export const passwordLengths = Object.freeze({ min: 12, max: 128 });

export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_too_common';

/**
 * Returns why a password is refused; `undefined`: it is accepted.
 * @param given `expected`: words that an attacker would try first, such as the member's name and
 *   number and the institution's name
 */
export function passwordRefusal(
  password: string,
  given: { readonly expected: readonly string[] },
): PasswordRefusal | undefined {
  const plain = password.normalize('NFKC');
  const length = Array.from(plain).length;
  if (length < passwordLengths.min) return 'password_too_short';
  if (length > passwordLengths.max) return 'password_too_long';
  return isCommon(plain.toLowerCase(), given.expected) ? 'password_too_common' : undefined;
}

function isCommon(plain: string, expected: readonly string[]): boolean {
  // Letters and digits only, with common substitutions reversed.
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (new Set(letters).size < 5 || isRun(letters) || isRepeated(letters)) return true;
  const undisguised = Array.from(letters, (letter) => disguises[letter] ?? letter).join('');
  if (common.has(letters) || common.has(undisguised)) return true;
  // The rest without expected words must be strong enough alone.
  const words = [...expected, ...expectedAnyway]
    .map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), letters);
  const leftUndisguised = words.reduce((rest, word) => rest.replaceAll(word, ''), undisguised);
  return Math.min(left.length, leftUndisguised.length) < 6;
}

/** Whether it goes one step up or down throughout: 123456789012, zyxwvutsrqpo. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const near = (step: number) => step === 1 || step === -9;
  return steps.every(near) || steps.every((step) => near(-step));
}

/** Whether it repeats the same few characters: abcabcabcabc, password twice. */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+$/u.test(text);
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** Words from all lists of common passwords. A password made mostly of these is worthless. */
const expectedAnyway = [
  'password',
  'passwort',
  'motdepasse',
  'contraseña',
  'contrasena',
  'passphrase',
  'welcome',
  'bienvenue',
  'bienvenido',
  'letmein',
  'creditunion',
  'banking',
  'onlinebank',
  'money',
  'login',
  'signin',
  'admin',
  'administrator',
  'iloveyou',
  'qwerty',
  'qwertyuiop',
  'azerty',
  'azertyuiop',
  'qwertz',
  'asdfghjkl',
  'zxcvbnm',
  'abc123',
  'secret',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'superman',
  'princess',
  'sunshine',
  'master',
  'summer',
  'winter',
  'spring',
  'autumn',
  '123456789',
  '12345678',
  '1234567',
  '123456',
  '12345',
  '1234',
  '987654321',
  '654321',
  '2024',
  '2025',
  '2026',
  '2027',
];

/** Common passwords of twelve characters or more that no rule above catches. */
const common = new Set([
  '1q2w3e4r5t6y',
  'lqaz2wsx3edc',
  '1qaz2wsx3edc',
  '1qazxsw23edc',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'zaq12wsxcde3',
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'trustno1trustno1',
  'tobeornottobe',
  'opensesame123',
  'whatever1234',
  'unbelievable',
  'manchesterunited',
  'liverpoolfc1',
  'chelseafc1905',
  'jesuschrist1',
  'christopher1',
  'alexander123',
  'maryhadalittlelamb',
  'onceuponatime',
  'startrekstargate',
  'harrypotter1',
  'spongebob123',
  'imthebest123',
  'livelaughlove',
]);
