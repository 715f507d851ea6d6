// What the program prints, for validators to look at: for every example log, and what the golden cases expect.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

function run(program, args) {
  const done = spawnSync(program, args, { cwd: root, maxBuffer: 1 << 28 });
  if (done.status === null || done.status > 1) throw new Error(`concordat ${args.join(' ')} -> ${done.status}\n${done.stderr}`);
  return { name: `concordat ${args.join(' ')}`, text: done.stdout.toString() };
}

export function exampleLogs() {
  return readdirSync(path.join(root, 'examples'), { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => path.join('examples', file));
}

export function shippedProtocols() {
  return readdirSync(path.join(root, 'protocols')).filter((file) => file.endsWith('.yaml')).map((file) => path.basename(file, '.yaml'));
}

/// What `command` prints in `format` for every example log.
export function* forExamples(program, command, format) {
  for (const log of exampleLogs()) yield run(program, [command, '--format', format, log]);
}

export function forProtocols(program, command, format) {
  return shippedProtocols().map((id) => run(program, [command, id, '--format', format]));
}

export function forArguments(program, args) {
  return run(program, args);
}

/// What the golden cases expect `command` to print or to write in `format`.
export function* expected(command, format) {
  const cases = path.join(root, 'tests/cases');
  for (const file of readdirSync(cases, { recursive: true }).filter((name) => path.basename(name) === 'cmd').sort()) {
    const folder = path.join(cases, path.dirname(file));
    const line = readFileSync(path.join(cases, file), 'utf8').split('\n').filter((text) => text && !text.startsWith('#')).join(' ');
    if (line.split(/\s+/)[0] !== command) continue;
    for (const asked of line.matchAll(new RegExp(`--format[ =]${format}(?::(\\S+))?(?=\\s)`, 'g'))) {
      const target = path.join(folder, asked[1] ? `expected.${asked[1]}` : 'expected');
      if (existsSync(target)) yield { name: path.relative(root, target), text: readFileSync(target, 'utf8') };
    }
  }
}
