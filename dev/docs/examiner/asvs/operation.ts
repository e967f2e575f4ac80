/** V11 to V17 of OWASP ASVS 5.0: keys, connections, settings, data and logs. A line is: id, level, what it asks for, state, files, remark. */
export const operation = `
V11.1.1 | 2 | The keys’ life is documented | in part | docs/guides/operating.md, docs/guides/runbooks.md | Made, rotated, lost: yes. No standard such as SP 800-57 is followed by name.
V11.1.2 | 2 | There is an inventory of cryptography | in part | src/kernel/keyring.ts, docs/examiner/data.md | The map lists encrypted columns. Keys and algorithms are in the code, in no list.
V11.2.1 | 2 | Proven implementations | met | src/kernel/keyring.ts | Node’s own, OpenSSL; X Chat by X’s library.
V11.2.2 | 2 | Algorithms and keys can be replaced | met | test/deploy/rotation.test.ts, test/contracts/across-keys.test.ts
V11.2.3 | 2 | 128 bits of security | met | src/kernel/keyring.ts
V11.3.1 | 1 | No weak modes | met | src/kernel/keyring.ts
V11.3.2 | 1 | Approved ciphers | met | src/kernel/keyring.ts, src/push/encrypt.test.ts
V11.3.3 | 2 | Encrypted data can’t be altered | met | src/kernel/kernel.test.ts, test/contracts/across-keys.test.ts
V11.4.1 | 1 | Approved hashes | in part | src/access/password-hash.ts, src/access/totp.ts | SHA-256 and better; SHA-1 in TOTP and for carriers’ signatures, whose standards want it.
V11.4.2 | 2 | Passwords are hashed slowly | met | src/access/password-hash.ts, src/access/credentials.test.ts
V11.4.3 | 2 | Signatures use hashes of 256 bits | met | src/audit/leaf.ts, src/audit/chain.test.ts
V11.4.4 | 2 | Keys from passwords are stretched | met | src/channels/x/chat/recovery-file.ts
V11.5.1 | 2 | Secrets are random with 128 bits | in part | src/access/tokens.ts, src/kernel/random.ts | Tokens, yes. Codes that people type have fewer, with limits on guesses.
V11.6.1 | 2 | Approved algorithms for keys and signatures | met | src/push/push-keys.ts, src/access/passkey-registration.ts
V12.1.1 | 1 | TLS 1.2 and 1.3 only | the institution | deploy/caddy/Caddyfile | The proxy ends TLS. Caddy’s usual settings do so.
V12.1.2 | 2 | Recommended ciphers only | the institution | deploy/caddy/Caddyfile | As V12.1.1.
V12.1.3 | 2 | Client certificates are verified | not applicable | | No client certificates.
V12.2.1 | 1 | TLS to members, without fallback | the institution | deploy/caddy/Caddyfile, src/service/checks/check-site.ts | \`tmm doctor\` checks the address.
V12.2.2 | 1 | Public certificates | the institution | deploy/caddy/Caddyfile | Caddy gets one.
V12.3.1 | 2 | All connections are encrypted | in part | docs/guides/operating.md, deploy/compose.yaml | TLS to PostgreSQL is a setting. Inside compose.yaml, proxy, service and database speak without it.
V12.3.2 | 2 | Certificates are verified | met | src/database/postgres-access.test.ts
V12.3.3 | 2 | TLS between own HTTP services | not met | deploy/compose.yaml | The proxy reaches the service without TLS, on one machine.
V12.3.4 | 2 | Internal certificates are trusted by name | in part | docs/guides/operating.md | For PostgreSQL: \`sslrootcert\`.
V13.1.1 | 2 | All communication is documented | met | docs/examiner/data.md, docs/reference/configuration.md
V13.2.1 | 2 | Services prove who they are, with changing secrets | in part | docs/guides/deploy.md | The database has roles with passwords, which don’t change by themselves.
V13.2.2 | 2 | Services have the least rights | met | test/deploy/roles.test.ts
V13.2.3 | 2 | No default credentials | met | deploy/compose.yaml, src/service/config.ts | Compose asks for each; \`serve\` refuses the demonstration’s key.
V13.2.4 | 2 | Outside systems are listed | in part | src/push/endpoint.test.ts, src/programs/webhooks.test.ts | By the settings: carriers, push services, webhooks. No list holds for the process as a whole.
V13.2.5 | 2 | The server reaches only listed places | the institution | deploy/systemd/tweet-my-money.service | The unit restricts families of addresses, not hosts.
V13.3.1 | 2 | Secrets are in a key store | not met | src/kernel/keyring.ts, .env.example | Master keys come from the environment or a file. None is in the code.
V13.3.2 | 2 | Secrets are readable to few | met | test/journeys/setup.test.ts | The file has mode 0600; \`tmm doctor\` says if not.
V13.4.1 | 1 | No source control is served | met | src/web/frame/serve-files.ts | Only listed files are served.
V13.4.2 | 2 | No debug modes | met | src/service/config.ts
V13.4.3 | 2 | No lists of folders | met | src/web/frame/serve-files.ts
V13.4.4 | 2 | No TRACE | met | src/service/listen.ts | No route answers it. No test asks.
V13.4.5 | 2 | Monitoring and descriptions are not exposed | met | test/deploy/container.test.ts, docs/guides/operating.md | Figures are on a port of their own. The members’ API is described in public on purpose.
V14.1.1 | 2 | Sensitive data are found and classified | in part | docs/examiner/data.md | By table and column; no levels.
V14.1.2 | 2 | Each level has its protection | in part | docs/examiner/data.md, docs/reference/record.md | Encryption, record and retention by table; no levels.
V14.2.1 | 1 | No secrets in URLs | in part | src/web/session-cookie.test.ts | The link of an invitation to staff has one, of use only with a code that staff give separately.
V14.2.2 | 2 | Servers cache nothing sensitive | met | src/web/frame/security-headers.ts
V14.2.3 | 2 | Nothing goes to trackers | met | src/web/frame/security-headers.ts, test/browser/every-page.test.ts
V14.2.4 | 2 | Protection is as documented | met | test/privacy/stored.test.ts, src/service/retention.test.ts
V14.3.1 | 1 | The browser forgets at the end of a session | in part | src/web/frame/security-headers.ts | Pages are not stored. No Clear-Site-Data is sent.
V14.3.2 | 2 | Browsers don’t cache sensitive answers | met | src/service/security-watch.test.ts
V14.3.3 | 2 | Browsers store nothing sensitive | in part | docs/guides/app-conversation.md | The app keeps the newest messages and what was written offline on the phone.
V15.1.1 | 1 | Times for updates are documented | not met | SECURITY.md | It promises none.
V15.1.2 | 2 | There is a list of components | met | dev/release/main.ts, package-lock.json
V15.1.3 | 2 | Costly functions are documented | in part | docs/guides/operating.md | Imports, searches and reports run in jobs; there is no list.
V15.2.1 | 1 | Components are as new as promised | not met | SECURITY.md | Nothing is promised. \`npm audit\` runs on demand.
V15.2.2 | 2 | Costly functions can’t stop the service | met | src/jobs/jobs.test.ts, src/database/pooler.test.ts
V15.2.3 | 2 | Production has no test code | in part | test/deploy/container.test.ts | Simulators and the demonstration are in the package on purpose; \`serve\` starts neither.
V15.3.1 | 1 | Answers have only needed fields | met | src/operations/perform.ts, test/contracts/api.test.ts
V15.3.2 | 2 | Calls don’t follow redirects | in part | src/alarms/webhook.ts, src/programs/post-webhook.ts | Webhooks don’t. Calls to carriers follow them, as Node does.
V15.3.3 | 2 | Only intended fields are set | met | src/operations/perform.ts, test/contracts/api-bad-input.test.ts
V15.3.4 | 2 | The visitor’s address is right | met | src/kernel/visitor-address.test.ts
V15.3.5 | 2 | Types are strict | met | tsconfig.json, test/contracts/api-bad-input.test.ts
V15.3.6 | 2 | No prototype pollution | met | src/kernel/by-name.ts, test/contracts/api-bad-input.test.ts
V15.3.7 | 2 | Repeated parameters do no harm | met | test/contracts/api-bad-input.test.ts
V16.1.1 | 2 | There is an inventory of logs | in part | docs/guides/operating.md, docs/examiner/data.md | The audit log and security events, yes. Not the logs of proxy and database.
V16.2.1 | 2 | Entries say when, where, who and what | met | src/kernel/security-log.test.ts
V16.2.2 | 2 | Times are UTC, from synchronized clocks | in part | src/kernel/logger.ts | UTC. Synchronizing is the institution’s.
V16.2.3 | 2 | Logs go only where documented | met | src/observe | To standard output.
V16.2.4 | 2 | Logs can be read by programs | met | src/observe | JSON, a line each.
V16.2.5 | 2 | Sensitive data are not logged | met | test/privacy/stored.test.ts, src/messages/redact.test.ts
V16.3.1 | 2 | Signing in is logged, success and failure | met | src/access/events.ts, src/service/security-watch.test.ts
V16.3.2 | 2 | Refused acts are logged | met | src/service/security-watch.test.ts
V16.3.3 | 2 | Attempts to get around controls are logged | met | src/service/security-watch.test.ts, src/kernel/security-log.test.ts
V16.3.4 | 2 | Unexpected errors are logged | met | src/kernel/fault.ts, src/jobs/jobs.test.ts
V16.4.1 | 2 | Entries can’t be forged by input | met | src/observe | JSON escapes line ends.
V16.4.2 | 2 | Logs can’t be altered | in part | docs/reference/record.md, test/contracts/altered-tables.test.ts | The audit log is in the record. Where the log’s lines go is the institution’s.
V16.4.3 | 2 | Logs go to another system | the institution | docs/guides/operating.md | Heads of the record are to be kept elsewhere.
V16.5.1 | 2 | Errors tell nothing inside | met | test/contracts/api-bad-input.test.ts
V16.5.2 | 2 | The service goes on when others fail | met | test/contracts/fallback.test.ts, test/contracts/sending-outcomes.test.ts
V16.5.3 | 2 | Errors never open anything | met | src/kernel/assert.ts, test/contracts/sending-killed.test.ts
V17.1.1 | 2 | TURN reaches no reserved addresses | not applicable | | No WebRTC.
V17.2.1 | 2 | DTLS keys are managed | not applicable | | No WebRTC.
V17.2.2 | 2 | DTLS ciphers are approved | not applicable | | No WebRTC.
V17.2.3 | 2 | SRTP is authenticated | not applicable | | No WebRTC.
V17.2.4 | 2 | Malformed SRTP does no harm | not applicable | | No WebRTC.
V17.3.1 | 2 | Signaling stands a flood | not applicable | | No WebRTC.
V17.3.2 | 2 | Malformed signaling does no harm | not applicable | | No WebRTC.
`;
