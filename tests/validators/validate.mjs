// Holds what the program prints against validators that we did not write: JSON against the shipped JSON Schemas (ajv), SARIF against
// Microsoft's multitool and GitHub's stricter rules, JUnit against junit.xsd (xmllint), calendars against ical.js.
//
//   cd tests/validators && npm ci && node validate.mjs ../../build/dev/concordat

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';

import { exampleLogs, expected, forArguments, forExamples, forProtocols, root } from './outputs.mjs';

if (process.argv.length !== 3) {
  console.error('usage: node validate.mjs PROGRAM');
  process.exit(2);
}
const program = path.resolve(process.argv[2]);
const scratch = mkdtempSync(path.join(tmpdir(), 'concordat-'));

// ---- JSON ------------------------------------------------------------------------------------------------------------------

function schema(name) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(path.join(root, 'docs/schema', name), 'utf8')));
  return (text) => (valid(JSON.parse(text)) ? [] : [ajv.errorsText(valid.errors, { separator: '\n  ', dataVar: '' })]);
}

function* diffs() {
  for (const place of ['halton', 'suffolk']) {
    const results = ['compliant', 'ten-wrong'].map((year) => {
      const file = path.join(scratch, `${place}-${year}.json`);
      writeFileSync(file, forArguments(program, ['check', '--format', 'json', `examples/${place}/${year}.yaml`]).text);
      return file;
    });
    yield forArguments(program, ['diff', ...results, '--format', 'json']);
    yield forArguments(program, ['diff', ...results.reverse(), '--format', 'json']);
  }
}

/// Of all examples, and of that and nothing else once more.
function* rollups() {
  const results = exampleLogs().map((log, i) => {
    const file = path.join(scratch, `result-${i}.json`);
    writeFileSync(file, forArguments(program, ['check', '--format', 'json', log]).text);
    return file;
  });
  const all = forArguments(program, ['rollup', '--format', 'json', ...results]);
  yield all;
  const file = path.join(scratch, 'rollup.json');
  writeFileSync(file, all.text);
  const again = forArguments(program, ['rollup', '--format', 'json', file]);
  if (again.text !== all.text) throw new Error('a rollup of a rollup is another');
}

// ---- SARIF -----------------------------------------------------------------------------------------------------------------

const packages = createRequire(import.meta.url);
const multitool = path.join(path.dirname(packages.resolve('@microsoft/sarif-multitool-linux/package.json')), 'Sarif.Multitool');

/// GitHub drops a whole file for any of these, or shows the alert in the wrong place.
function githubAccepts(text) {
  const faults = [];
  const want = (fact, what) => fact || faults.push(what);
  const log = JSON.parse(text);
  want(log.runs.length === 1, 'not exactly one run');
  const [run] = log.runs;
  for (const rule of run.tool.driver.rules) {
    want(rule.shortDescription?.text && rule.help?.text, `${rule.id}: no short description or help`);
    want(rule.fullDescription?.text && rule.fullDescription.text.length <= 1024, `${rule.id}: full description missing or too long`);
  }
  const seen = new Set();
  for (const result of run.results) {
    const [place] = result.locations;
    const { uri } = place.physicalLocation.artifactLocation;
    const region = place.physicalLocation.region;
    const fingerprint = result.partialFingerprints?.['concordatObligation/v1'];
    want(result.locations.length === 1 && !uri.includes('\\') && !/^[a-z]+:/i.test(uri), `${uri}: no relative URI`);
    want(region?.startLine >= 1 && region.startColumn >= 1 && region.endLine >= region.startLine, 'no whole region');
    want(region?.endColumn > region?.startColumn, 'an empty region');
    want(run.tool.driver.rules[result.ruleIndex]?.id === result.ruleId, `${result.ruleId}: wrong rule index`);
    want(fingerprint && !seen.has(fingerprint), `${fingerprint}: no fingerprint of its own`);
    seen.add(fingerprint);
  }
  return faults;
}

/// One run of the multitool over all files; its notes (advice) are let pass.
function* multitoolFinds(outputs) {
  chmodSync(multitool, 0o755); // npm ci leaves out the package's own script, which would do this
  const files = outputs.map((output, i) => {
    const file = path.join(scratch, `${i}.sarif`);
    writeFileSync(file, output.text);
    return file;
  });
  const report = path.join(scratch, 'report.sarif');
  const options = ['--output', report, '--level', 'Error;Warning', '--rule-kind', 'Sarif;Ghas', '--log', 'ForceOverwrite'];
  const done = spawnSync(multitool, ['validate', ...files, ...options], { maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const [run] = read(report).runs;
  if (!run.invocations?.[0]?.executionSuccessful) throw new Error(`the multitool did not run:\n${done.stdout}${done.stderr}`);
  for (const result of run.results ?? []) {
    const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    yield [outputs[Number(path.basename(uri, '.sarif'))]?.name ?? uri, `${result.ruleId}: ${JSON.stringify(result.message)}`];
  }
}

// ---- JUnit, calendars ------------------------------------------------------------------------------------------------------

function junitValid(text) {
  const done = spawnSync('xmllint', ['--noout', '--schema', path.join(root, 'tests/validators/junit.xsd'), '-'], { input: text });
  if (done.error) throw done.error;
  return done.status === 0 ? [] : [done.stderr.toString()];
}

function calendarValid(text) {
  const faults = [];
  const want = (fact, what) => fact || faults.push(what);
  for (const line of text.split('\r\n')) want(Buffer.byteLength(line) <= 75 && !line.includes('\n'), `a line is too long: ${line}`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const seen = new Set();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    want(event.startDate.isDate, `${event.uid}: not an all-day event`);
    want(event.uid && !seen.has(event.uid), `${event.uid}: no UID of its own`);
    want(component.getFirstPropertyValue('dtstamp'), `${event.uid}: no DTSTAMP`);
    want(event.summary && event.description.includes('owe'), `${event.uid}: says too little`);
    seen.add(event.uid);
  }
  return faults;
}

// ---- All of them -----------------------------------------------------------------------------------------------------------

let passed = 0;
let failed = 0;
function tell(name, faults) {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  for (const fault of faults) console.error(`${name}: ${fault}`);
}

function hold(outputs, check) {
  const all = [...outputs];
  if (all.length === 0) throw new Error('there is nothing to look at');
  for (const { name, text } of all) {
    try {
      tell(name, check(text));
    } catch (error) {
      tell(name, [error.message]);
    }
  }
  return all;
}

try {
  hold([...forExamples(program, 'check', 'json'), ...expected('check', 'json')], schema('concordat-1.schema.json'));
  hold([...forProtocols(program, 'clauses', 'json'), ...expected('clauses', 'json')], schema('clauses-1.schema.json'));
  hold([...forExamples(program, 'due', 'json'), ...expected('due', 'json')], schema('due-1.schema.json'));
  hold([...diffs(), ...expected('diff', 'json')], schema('diff-1.schema.json'));
  hold([...rollups(), ...expected('rollup', 'json')], schema('rollup-1.schema.json'));
  hold([...forExamples(program, 'check', 'junit'), ...expected('check', 'junit')], junitValid);
  hold([...forExamples(program, 'due', 'ics'), ...expected('due', 'ics')], calendarValid);
  const sarif = hold([...forExamples(program, 'check', 'sarif'), ...expected('check', 'sarif')], githubAccepts);
  for (const [name, fault] of multitoolFinds(sarif)) tell(name, [fault]);
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
