/** The branch behind the screens: the program `ui-host` with a folder of its own, started for one file of tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PROGRAM = process.env.QABYLDAU_HOST_PROGRAM ?? here('../../../target/debug/ui-host');
const SCREENS = here('../../dist-host');

/** The windows, by the page that shows each. */
const PAGES = { desk: 'index', board: 'board', applicant: 'applicant', booth: 'booth' } as const;
export type WindowName = keyof typeof PAGES;

/** A refusal of the core, when a test asks it directly. */
export class Said extends Error {}

export class Host {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly address: string,
    readonly token: string,
  ) {}

  static async start(): Promise<Host> {
    for (const [path, how] of [[PROGRAM, 'cargo xtask test'], [join(SCREENS, 'index.html'), 'npm run build:host']] as const) {
      if (!existsSync(path)) throw new Error(`${path} is missing; ${how} builds it`);
    }
    const folder = mkdtempSync(join(tmpdir(), 'qabyldau-branch-'));
    const program = spawn(PROGRAM, ['--out', folder, '--screens', SCREENS], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
    });
    const ready = new Promise<string>((said, ended) => {
      program.once('exit', (code) => ended(new Error(`ui-host ended with ${code} before it listened`)));
      createInterface({ input: program.stdout }).once('line', said);
    });
    const { address, token } = JSON.parse(await ready) as { address: string; token: string };
    return new Host(program, folder, address, token);
  }

  /** Where a window's page stands. */
  page(window: WindowName): string {
    return `http://${this.address}/${PAGES[window]}.html#${window}/${this.token}`;
  }

  /** Puts a question to a core past its screen: to prepare what a test is not about. */
  async ask<Answer>(window: WindowName, command: string, values: object = {}): Promise<Answer> {
    return this.post(`ask/${window}/${command}`, values);
  }

  /** Something around the windows: desk B acts, the hub is away, time passes. */
  async lever<Answer>(name: string, values: object = {}): Promise<Answer> {
    return this.post(`lever/${name}`, values);
  }

  /** An act of desk B that must be done. */
  async deskB<Answer>(act: object): Promise<Answer> {
    const answer = await this.lever<Answer & { done?: string }>('desk_b', { do: 'act', what: act });
    if (typeof answer.done !== 'string') throw new Said(JSON.stringify(answer));
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.stdin?.end();
    if (this.process.exitCode === null) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async post<Answer>(path: string, values: object): Promise<Answer> {
    const answer = await fetch(`http://${this.address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token': this.token },
      body: JSON.stringify(values),
    });
    if (!answer.ok) throw new Said(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}
