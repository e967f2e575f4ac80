// Ends with 0 if the service of this machine answers members, for a container's health check.
const port = process.env.TMM_PORT || '8080';
const answer = await fetch(`http://127.0.0.1:${port}/health`).catch((fault) => fault);
if (!answer.ok) {
  process.stderr.write(`${answer.status ?? answer.message}\n`);
  process.exitCode = 1;
}
