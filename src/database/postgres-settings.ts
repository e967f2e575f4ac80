/**
 * Settings of every session of ours. A plan cached while a table was small would go on reading all of it when it is large: plan each
 * time for what is there (parsing is still saved). Short statements gain nothing by JIT, and a page of an index that is in memory costs
 * hardly more than the next page of a table: a large batch must not read all accounts. See docs/decisions. Dates come as the parsers
 * read them.
 */
const standing = {
  plan_cache_mode: 'force_custom_plan',
  jit: 'off',
  random_page_cost: '1.1',
  DateStyle: 'ISO',
} as const;

/** The server notices within a minute that we are gone, and lets go of what we had locked. Behind a pooler they are the pooler's. */
const keepalives = {
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '3',
} as const;

export type SessionSettings = Readonly<Record<string, string>>;

/** What a session must have. @param statementSeconds as of `PostgresOptions` */
export function sessionSettings(statementSeconds: number | undefined): SessionSettings {
  // Without a bound of ours one of the address or of the role must not cut a long import or check either.
  const seconds = statementSeconds ?? 0;
  return {
    ...standing,
    statement_timeout: `${seconds}s`,
    idle_in_transaction_session_timeout: `${4 * seconds}s`,
  };
}

/** As the server takes them when a connection begins. Ours stand last, and so they win over those of the address. */
export function startupOptions(theirs: string, settings: SessionSettings): string {
  const ours = Object.entries({ ...settings, ...keepalives });
  return [theirs, ...ours.map(([name, value]) => `-c ${name}=${value}`)].join(' ').trim();
}

/** As statements at the beginning of each transaction, where a connection can't keep them. */
export function transactionSettings(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join('; ');
}
