/** V1 to V5 of OWASP ASVS 5.0: what a browser or a program sends and gets. A line is: id, level, what it asks for, state, files, remark. */
export const web = `
V1.1.1 | 2 | Input is decoded once, before it is checked | met | src/operations/as-entered.ts, test/contracts/api-bad-input.test.ts
V1.1.2 | 2 | Output is escaped last, by what puts it into its context | met | src/web/ui/html.ts
V1.2.1 | 1 | Output is encoded for HTML, attributes, CSS and headers | met | src/web/ui/html.ts, test/browser/every-page.test.ts
V1.2.2 | 1 | URLs are built with encoding, and only of safe protocols | met | src/kernel/app-path.ts, src/members/logo-origin.ts
V1.2.3 | 1 | JavaScript and JSON are built with encoding | met | src/web/console/frame/headers.ts, test/contracts/api.test.ts | No script is built from data: the policy allows only our files.
V1.2.4 | 1 | Queries have parameters | met | docs/decisions/2026-11-23-plain-sql.md, test/architecture/sql-institution.test.ts
V1.2.5 | 1 | No command of the system is built from input | met | ARCHITECTURE.md | The service starts no other program.
V1.2.6 | 2 | No LDAP injection | not applicable | | No LDAP.
V1.2.7 | 2 | No XPath injection | not applicable | | No XPath.
V1.2.8 | 2 | LaTeX is restricted | not applicable | | No LaTeX.
V1.2.9 | 2 | Regular expressions escape what they are given | met | src/reading/read.ts | Patterns are our own. Words of an institution are compared as text.
V1.3.1 | 1 | HTML of editors is sanitized | not applicable | | Nobody enters HTML.
V1.3.2 | 1 | No code is made of text | met | src/web/console/frame/headers.ts | No eval in the code. The policy forbids it in browsers.
V1.3.3 | 2 | Input for a dangerous context is restricted and cut | met | src/secrets/find-secrets.test.ts, src/messages/redact.test.ts
V1.3.4 | 2 | SVG of users is sanitized | not applicable | | Nobody uploads pictures.
V1.3.5 | 2 | Markup of users is disabled | met | src/web/ui/html.ts | All text is shown as text.
V1.3.6 | 2 | No request to a place that an attacker names | met | src/kernel/public-address.ts, src/push/endpoint.test.ts, src/programs/webhooks.test.ts
V1.3.7 | 2 | Templates are not built from input | met | src/web/ui/html.ts
V1.3.8 | 2 | No JNDI injection | not applicable | | No Java.
V1.3.9 | 2 | No memcache injection | not applicable | | No memcache.
V1.3.10 | 2 | Format strings are safe | met | src/languages/index.ts | Texts are functions of checked facts.
V1.3.11 | 2 | Mail systems get no injected commands | met | src/members/alarms-setting.ts, src/alarms/tell-staff.ts | Mail goes only to addresses of the settings.
V1.4.1 | 2 | Memory is handled safely | met | docs/decisions/2026-11-23-dependencies.md | JavaScript and WebAssembly only.
V1.4.2 | 2 | No integer overflow | met | src/money/amount.ts, src/ledger/properties.test.ts
V1.4.3 | 2 | Memory and resources are released | met | src/database/database.test.ts | Disposed by scope; the language frees memory.
V1.5.1 | 1 | XML parsers resolve no external entity | met | src/exchange/statements/read-camt.ts, src/exchange/statements/statements.test.ts | Only camt.053 of an import, on the server.
V1.5.2 | 2 | Untrusted data becomes only known types | met | src/operations/perform.ts, test/contracts/api-bad-input.test.ts
V2.1.1 | 1 | The rules for input are documented | met | src/operations/operation.ts, docs/reference/settings.md | The API’s description has each field’s schema.
V2.1.2 | 2 | The rules for combined fields are documented | met | docs/reference/refusals.md
V2.1.3 | 2 | Business limits are documented, by user and for all | met | docs/reference/settings.md
V2.2.1 | 1 | Input is checked against what is expected | met | test/contracts/api-bad-input.test.ts
V2.2.2 | 1 | It is checked on the server | met | src/operations/perform.ts, test/contracts/api-bad-input.test.ts
V2.2.3 | 2 | Combined fields are checked together | met | src/transfers/policy.ts, src/operations/notices/notice-problem.ts
V2.3.1 | 1 | Steps run in their order | met | src/access/steps.ts, src/access/credentials.test.ts
V2.3.2 | 2 | Business limits hold | met | src/transfers/policy.ts, test/contracts/idempotence.test.ts
V2.3.3 | 2 | An act succeeds whole or not at all | met | src/conversation/process-batch.ts, test/contracts/sending-killed.test.ts
V2.3.4 | 2 | Locks keep a limited resource from being used twice | met | src/ledger/concurrency.test.ts, test/contracts/stop-race.test.ts
V2.4.1 | 2 | Automation is slowed | in part | src/web/frame/too-fast.test.ts, src/access/attempts.test.ts, src/programs/rate.ts | The limit of page requests counts in each process. Guesses and programs’ calls count over all.
V3.2.1 | 1 | Browsers don’t render an answer in another context | met | src/web/frame/security-headers.ts, src/web/console/frame/headers.ts
V3.2.2 | 1 | Text is put into pages as text | met | src/web/ui/html.ts, src/web/app/client
V3.3.1 | 1 | Cookies are Secure and have a prefix | met | src/web/session-cookie.test.ts, src/web/console/sign-in/console-cookies.ts
V3.3.2 | 2 | Cookies have a fitting SameSite | met | src/web/session-cookie.test.ts
V3.3.3 | 2 | Cookies have the prefix __Host- | met | src/web/session-cookie.test.ts
V3.3.4 | 2 | Session cookies are HttpOnly | met | src/web/session-cookie.test.ts
V3.4.1 | 1 | HTTPS only, for a year and subdomains | met | src/web/frame/security-headers.ts, src/web/console/frame/headers.ts
V3.4.2 | 1 | Other origins get no access | met | test/contracts/every-route.test.ts | No answer allows another origin.
V3.4.3 | 2 | A content policy allows only trusted code | met | src/web/frame/security-headers.ts, test/browser/every-page.test.ts
V3.4.4 | 2 | No sniffing of types | met | src/service/security-watch.test.ts
V3.4.5 | 2 | Referrers say nothing to others | met | src/web/frame/security-headers.ts
V3.4.6 | 2 | Nobody may frame pages by default | met | src/web/frame/security-headers.ts, src/web/console/frame/headers.ts
V3.5.1 | 1 | Requests from other sites are refused | met | src/web/same-site.ts, test/contracts/every-route.test.ts
V3.5.2 | 1 | No sensitive call escapes the preflight | met | src/web/same-site.ts, test/contracts/every-route.test.ts
V3.5.3 | 1 | Safe methods change nothing | met | test/contracts/every-route.test.ts
V3.5.4 | 2 | Separate applications have separate hosts | in part | docs/decisions/2026-11-29-hosts.md, test/contracts/hosts.test.ts | The console and each institution have their own. MyVantage and the app share one.
V3.5.5 | 2 | Messages between windows are checked | met | src/web/app/client/update.ts | Only the app’s own worker is heard.
V3.7.1 | 2 | Only supported client technologies | met | src/web/app/client
V3.7.2 | 2 | Redirects to other hosts are listed | met | src/kernel/app-path.ts, src/staff-access/single-sign-on/round-trip.ts
V4.1.1 | 1 | Each answer says its type and charset | met | test/contracts/api.test.ts
V4.1.2 | 2 | Only pages for people redirect to HTTPS | the institution | deploy/caddy/Caddyfile | The proxy redirects. Its file sends all of HTTP to HTTPS, the API included.
V4.1.3 | 2 | Visitors can’t set the proxy’s headers | met | src/kernel/visitor-address.test.ts, test/contracts/hosts.test.ts
V4.2.1 | 2 | Messages’ borders are read the same by all parts | in part | src/service/listen.ts | Rests on Node’s parser and the proxy before it.
V4.3.1 | 2 | GraphQL queries are limited | not applicable | | No GraphQL.
V4.3.2 | 2 | GraphQL introspection is off | not applicable | | No GraphQL.
V4.4.1 | 1 | WebSockets use TLS | not applicable | | No WebSocket.
V4.4.2 | 2 | WebSockets check the origin | not applicable | | No WebSocket.
V4.4.3 | 2 | WebSockets have own tokens if needed | not applicable | | No WebSocket.
V4.4.4 | 2 | Those tokens come from the session | not applicable | | No WebSocket.
V5.1.1 | 2 | File types and sizes are documented | met | docs/guides/import.md | Files are read on the server only.
V5.2.1 | 1 | Files of any size can be processed | met | src/exchange/import-files.test.ts, deploy/caddy/Caddyfile | Nobody uploads files over the web; a body has a limit.
V5.2.2 | 1 | A file is what its name says | met | src/exchange/files/canonical-rows.test.ts, src/exchange/statements/statements.test.ts
V5.2.3 | 2 | Archives have limits before they are unpacked | not applicable | | No archive is read.
V5.3.1 | 1 | Stored files are never run | met | src/web/frame/serve-files.ts | Only our own files are served.
V5.3.2 | 1 | Paths are not made of input | met | src/web/frame/serve-files.ts
V5.4.1 | 2 | Downloads have a name that we give | met | src/web/api/api.ts, test/contracts/api.test.ts
V5.4.2 | 2 | Names of files are encoded | met | src/web/api/api.ts
V5.4.3 | 2 | Untrusted files are scanned | not applicable | | No file of others is served.
`;
