// Holds the program's JSON output against its schema: the output for every example log, and what every golden case that asks for
// JSON expects.
//
//   cd tests/validators && npm ci && node validate.mjs ../../build/dev/concordat

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

function* examples(program) {
  for (const folder of readdirSync(path.join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(path.join(root, 'examples', folder.name)).filter((name) => name.endsWith('.yaml'))) {
      const log = path.join('examples', folder.name, file);
      const run = spawnSync(program, ['check', '--format', 'json', log], { cwd: root, maxBuffer: 1 << 28 });
      yield [log, run.stdout.toString()];
    }
  }
}

function* cases() {
  const files = readdirSync(path.join(root, 'tests/cases'), { recursive: true }).filter((file) => path.basename(file) === 'cmd');
  for (const file of files.sort()) {
    const folder = path.join('tests/cases', path.dirname(file));
    const command = readFileSync(path.join(root, folder, 'cmd'), 'utf8');
    const asked = /--format[ =]json(?::(\S+))?/.exec(command);
    const expected = path.join(folder, asked?.[1] ? `expected.${asked[1]}` : 'expected');
    if (asked && existsSync(path.join(root, expected))) yield [expected, readFileSync(path.join(root, expected), 'utf8')];
  }
}

if (process.argv.length !== 3) {
  console.error('usage: node validate.mjs PROGRAM');
  process.exit(2);
}
const program = path.resolve(process.argv[2]);
const schema = JSON.parse(readFileSync(path.join(root, 'docs/schema/concordat-1.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats(ajv);
const valid = ajv.compile(schema);

let passed = 0;
let failed = 0;
for (const [name, text] of [...examples(program), ...cases()]) {
  try {
    if (valid(JSON.parse(text))) {
      passed += 1;
      continue;
    }
    console.error(`${name}: ${ajv.errorsText(valid.errors, { separator: '\n  ', dataVar: '' })}`);
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
