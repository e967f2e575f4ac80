import { settings } from '../../src/service/config.ts';

const width = 110;

/** The text of `.env.example`: each setting of the service with its help, its default commented out. */
export function environmentExample(): string {
  const parts = settings().map(
    ({ name, help, standard }) =>
      `${wrapped(help.replaceAll('`', '')).join('\n')}\n# ${name}=${standard ?? ''}\n`,
  );
  return `${heading}\n${parts.join('\n')}`;
}

const heading = `# The settings of tmm. Copy this file, and remove the # before the ones that you set. An empty value counts as absent.
# The file has secrets: mode 0600, in no repository, and the keys in a safe besides.
# Generated from the schema: TMM_WRITE_DOCS=1 npx vitest run dev/docs writes it again.

# Only deploy/compose.yaml reads these five: the site’s host, passwords of its own, the image’s tag.
# TMM_SITE=bank.example
# POSTGRES_PASSWORD=
# SERVICE_PASSWORD=
# GRAFANA_PASSWORD=
# TMM_VERSION=latest
`;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
