/**
 * The settings of every session. A plan cached for a small table would still scan all of it when it
 * is large. So PostgreSQL plans each time (parsing is still saved). Short statements gain nothing
 * from JIT. A cached index page costs little more than the next page of a table, so a large batch
 * must not scan all accounts. See docs/decisions. Dates have the format that the parsers read.
 */
const standing = {
  plan_cache_mode: 'force_custom_plan',
  jit: 'off',
  random_page_cost: '1.1',
  DateStyle: 'ISO',
} as const;

/**
 * The server notices a dead client within a minute and releases its locks. Behind a pooler they are
 * the pooler's.
 */
const keepalives = {
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '3',
} as const;

export type SessionSettings = Readonly<Record<string, string>>;

/**
 * Returns the settings that a session must have.
 * @param statementSeconds see `PostgresOptions`
 */
export function sessionSettings(statementSeconds: number | undefined): SessionSettings {
  // Without our limit, one from the address or the role must not cut off a long import or check.
  const seconds = statementSeconds ?? 0;
  return {
    ...standing,
    statement_timeout: `${seconds}s`,
    idle_in_transaction_session_timeout: `${4 * seconds}s`,
  };
}

/**
 * Formats settings for the start of a connection. Ours come last, so they override those in the
 * address.
 */
export function startupOptions(theirs: string, settings: SessionSettings): string {
  const ours = Object.entries({ ...settings, ...keepalives });
  return [theirs, ...ours.map(([name, value]) => `-c ${name}=${value}`)].join(' ').trim();
}

/**
 * Formats settings as statements for the start of each transaction, if a connection can't keep
 * them.
 */
export function transactionSettings(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join('; ');
}
