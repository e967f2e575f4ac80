import { unread } from './resolve.ts';

/** A table in a statement, under the name that the statement gives it. */
interface Reference {
  readonly table: string;
  readonly alias: string;
  /** Where its columns need no alias: the part of the statement that it stands in. */
  readonly scope: Scope;
}

/** One `select`, `update`, `insert` or `delete`: a union's parts and a subquery are scopes of their own. */
class Scope {
  readonly outer: Scope | undefined;
  /** `institution_id` without an alias is compared in it. */
  isBound = false;
  constructor(outer?: Scope) {
    this.outer = outer;
  }
}

/** What is said of a table whose name the source does not show. */
export const unknownTable = 'a table that the source does not name';

/** The column that names the institution. */
const column = 'institution_id';

const token = /[a-z_§][\w§]*(?:\.[a-z_§*][\w§*]*)?|"[^"]*"|\$\d+|[(),;]|[^\s\w]/gi;
const begins = /^(?:select|insert|update|delete)$/;
const separates = /^(?:union|intersect|except)$/;
const conditions = /^(?:where|on|having)$/;
const endsConditions = /^(?:select|returning|group|order|limit|set|values|from|do|partition)$/;
const noAlias =
  /^(?:set|where|on|join|left|right|inner|cross|full|using|order|group|limit|for|union|returning|values|select|default|as|natural|having|offset|do)$/;

/**
 * The tables that a statement touches without saying of which institution: neither a condition compares the table's `institution_id`,
 * nor does an insert list it. @param tables those that have that column
 */
export function unboundTables(statement: string, tables: ReadonlySet<string>): readonly string[] {
  const words = statement
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, ' ? ')
    .toLowerCase()
    .match(token);
  const { references, aliases } = new Reading(words ?? [], tables);
  const unbound = references.filter(
    ({ table, alias, scope }) => table.includes(unread) || !(scope.isBound || aliases.has(alias)),
  );
  return [...new Set(unbound.map(({ table }) => (table.includes(unread) ? unknownTable : table)))];
}

/** Where the reading of a statement stands. A closing parenthesis goes back to where it opened. */
interface Place {
  readonly scope: Scope;
  readonly inCondition: boolean;
  readonly inFrom: boolean;
}

class Reading {
  readonly references: Reference[] = [];
  /** Names of tables whose `institution_id` is compared somewhere. */
  readonly aliases = new Set<string>();
  readonly #levels: Place[] = [];
  #at: Place = { scope: new Scope(), inCondition: false, inFrom: false };
  readonly #words: readonly string[];
  readonly #tables: ReadonlySet<string>;

  constructor(words: readonly string[], tables: ReadonlySet<string>) {
    this.#words = words;
    this.#tables = tables;
    for (const [index, word] of words.entries()) {
      this.#open(index, word);
      this.#condition(index, word);
      if (this.#isTableNext(index, word)) this.#take(index + 1);
    }
  }

  #open(index: number, word: string): void {
    const next = this.#words[index + 1] ?? '';
    if (word === '(') {
      this.#levels.push(this.#at);
      if (begins.test(next) || next === 'with')
        this.#at = { scope: new Scope(this.#at.scope), inCondition: false, inFrom: false };
      else if (this.#words[index - 1] === 'using') this.#at = { ...this.#at, inCondition: true };
    } else if (word === ')') this.#at = this.#levels.pop() ?? this.#at;
    else if (separates.test(word))
      this.#at = { ...this.#at, scope: new Scope(this.#at.scope.outer) };
  }

  #condition(index: number, word: string): void {
    const next = this.#words[index + 1];
    // Being another institution than one binds nothing.
    const mayBind = this.#at.inCondition && !/^[<>!]$/.test(next ?? '');
    if (mayBind && word === column) this.#at.scope.isBound = true;
    if (mayBind && word.endsWith(`.${column}`)) this.aliases.add(word.slice(0, word.indexOf('.')));
    if (conditions.test(word))
      this.#at = { ...this.#at, inCondition: next !== 'conflict', inFrom: false };
    else if (endsConditions.test(word) && !this.#isComparison(index))
      this.#at = { ...this.#at, inCondition: false, inFrom: false };
  }

  /** Whether a table's name comes next: after `from` and its like, and after a comma there. */
  #isTableNext(index: number, word: string): boolean {
    const [before, next = ''] = [this.#words[index - 1] ?? '', this.#words[index + 1]];
    if (word === ',') return this.#at.inFrom;
    if (word === 'update') return !/^(?:for|key|do)$/.test(before) && next !== 'of';
    if (word === 'into') return true;
    if (!/^(?:from|join|using)$/.test(word) || this.#isComparison(index)) return false;
    if (word === 'using' && next === '(') return false;
    this.#at = { ...this.#at, inFrom: true };
    return true;
  }

  /** `is distinct from`. */
  #isComparison(index: number): boolean {
    return this.#words[index - 1] === 'distinct' && this.#words[index] === 'from';
  }

  #take(index: number): void {
    const words = this.#words;
    const at = /^(?:only|lateral)$/.test(words[index] ?? '') ? index + 1 : index;
    const table = words[at] ?? '';
    if (!this.#tables.has(table) && !table.includes(unread)) return;
    const next = words[at + 1] === 'as' ? words[at + 2] : words[at + 1];
    const hasAlias = next !== undefined && /^[a-z]/.test(next) && !noAlias.test(next);
    const isListed = words[index - 1] === 'into' && columnsAfter(words, at).includes(column);
    const scope = words[index - 1] === 'into' ? new Scope() : this.#at.scope;
    if (isListed) scope.isBound = true;
    this.references.push({ table, alias: hasAlias ? next : table, scope });
  }
}

/** The columns that an insert lists. */
function columnsAfter(words: readonly string[], index: number): readonly string[] {
  const open = words.indexOf('(', index);
  return words.slice(open, words.indexOf(')', open));
}
