/**
 * Parts that may contain a semicolon that ends no statement: quoted text or names, function bodies,
 * comments.
 */
const whole = /'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|--[^\n]*|;/g;

/**
 * Splits an SQL text into statements, in order, without comments between them and without
 * semicolons.
 */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let current = '';
  let at = 0;
  for (const match of text.matchAll(whole)) {
    current += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === ';') {
      statements.push(current);
      current = '';
    } else if (!match[0].startsWith('--')) current += match[0];
  }
  statements.push(current + text.slice(at));
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}
