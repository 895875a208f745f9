/**
 * The backend of a browser under test: the same commands over HTTP, to a program of the tests on this machine.
 *
 * Bundled only by `vite build --mode host`; the windows never carry it. The token of the run stands in the page's address.
 */
import { backend } from './commands';

const [window, token] = location.hash.slice(1).split('/');

async function ask(command: string, values: Record<string, unknown>): Promise<unknown> {
  const answer = await fetch(`/ask/${window}/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-token': token ?? '' },
    body: JSON.stringify(values),
  });
  if (answer.headers.get('content-type') === 'application/octet-stream') return answer.arrayBuffer();
  const said: unknown = await answer.json();
  if (!answer.ok) throw said;
  return said;
}

/** Asks again and again «has anything changed since?»: the answer comes when something has. */
async function listen(changed: () => void): Promise<() => void> {
  let stopped = false;
  const follow = async () => {
    let seen = 0;
    while (!stopped) {
      const answer = await fetch(`/changes/${window}/${seen}`, { headers: { 'x-token': token ?? '' } });
      const now = (await answer.json()) as number;
      if (now !== seen && !stopped) changed();
      seen = now;
    }
  };
  void follow().catch(() => undefined);
  return () => {
    stopped = true;
  };
}

export const program = backend({ ask, listen });
