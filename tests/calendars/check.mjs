// Compares protocols/calendars/england.yaml, day by day, with what the npm package date-holidays knows
// of England, and exits 1 on any difference that is not explained below.
//
//   cd tests/calendars && npm ci && node check.mjs ../../protocols/calendars/england.yaml
//
// Weekends are left out of the comparison: they are no working days anyhow, and the table gives only
// the substitute day. The file is read more strictly than YAML asks: its exact keys, one day a line.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Where date-holidays is wrong. Each must still be a difference, so that the list cannot go stale.
const knownDifferences = new Map([
  ['2011-04-29', 'missing there: holiday by royal proclamation, for the royal wedding'],
  ['2012-05-28', 'holiday there: by proclamation the spring holiday moved to 4 June, for the jubilee'],
  ['2012-06-04', 'missing there: the spring holiday that moved'],
]);

function die(message) {
  console.error(message);
  process.exit(1);
}

function loadDateHolidays() {
  for (const from of [path.join(process.cwd(), 'any.js'), import.meta.url]) {
    try {
      const found = createRequire(from)('date-holidays');
      return found.default ?? found;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  die('date-holidays is not installed (run `npm ci` in tests/calendars, or set NODE_PATH)');
}

const isDate = (text) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().slice(0, 10) === text;
};
const weekday = (text) => new Date(`${text}T00:00:00Z`).getUTCDay();
const isWeekend = (text) => weekday(text) === 0 || weekday(text) === 6;

function readTable(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '') die(`${file}: the last line has no end`);
  const head = [
    /^calendar: england$/,
    /^source: \S.*$/,
    /^from: (\d{4}-\d{2}-\d{2})$/,
    /^to: (\d{4}-\d{2}-\d{2})$/,
    /^days:$/,
  ];
  const [, , from, to] = head.map((pattern, i) => {
    const match = pattern.exec(lines[i] ?? '');
    return match ? match[1] : die(`${file}:${i + 1}: expected ${pattern}`);
  });
  if (!isDate(from) || !isDate(to) || from > to) die(`${file}: from and to are no span of days`);
  const days = new Map();
  let before = '';
  lines.slice(head.length).forEach((line, i) => {
    const place = `${file}:${head.length + i + 1}`;
    const match = /^ {2}- \{date: (\d{4}-\d{2}-\d{2}), name: ([A-Za-z][A-Za-z0-9 '()]*)\}$/.exec(line);
    if (!match) die(`${place}: expected "  - {date: YYYY-MM-DD, name: TEXT}"`);
    const [, date, name] = match;
    if (!isDate(date)) die(`${place}: no such day as ${date}`);
    if (date < from || date > to) die(`${place}: ${date} is outside ${from} to ${to}`);
    if (date <= before) die(`${place}: ${date} does not come after ${before}`);
    if (isWeekend(date)) die(`${place}: ${date} is a weekend; give the substitute day`);
    days.set(date, name);
    before = date;
  });
  return { from, to, days };
}

function readPackage(Holidays, from, to) {
  const england = new Holidays('GB', 'ENG');
  const days = new Map();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); ++year) {
    for (const holiday of england.getHolidays(year)) {
      const date = holiday.date.slice(0, 10);
      const counts = ['public', 'bank'].includes(holiday.type) && !isWeekend(date);
      if (counts && from <= date && date <= to) days.set(date, holiday.name);
    }
  }
  return days;
}

if (process.argv.length !== 3) die('usage: node check.mjs PATH/TO/england.yaml');
const table = readTable(process.argv[2]);
const theirs = readPackage(loadDateHolidays(), table.from, table.to);

let faults = 0;
for (const date of [...new Set([...table.days.keys(), ...theirs.keys()])].sort()) {
  const differs = table.days.has(date) !== theirs.has(date);
  if (differs && !knownDifferences.has(date)) {
    const [ours, other] = [table.days.get(date) ?? 'nothing', theirs.get(date) ?? 'nothing'];
    console.error(`${date}: the table has ${ours}, date-holidays has ${other}`);
    ++faults;
  }
}
for (const [date, why] of knownDifferences) {
  if (table.days.has(date) === theirs.has(date)) {
    console.error(`${date}: no longer a difference (${why})`);
    ++faults;
  }
}
if (faults > 0) process.exit(1);
console.log(`${table.days.size} days from ${table.from} to ${table.to} agree, ${knownDifferences.size} known differences`);
