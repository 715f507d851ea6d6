// The two rules of protocols/two-rules.yaml as a DuckDB user would write them: what was not done, and not in time, by the last
// covered day. No reasons, nothing of who owed what; the counts agree with the program's `breached` and `late`.
//
//   node two_rules.mjs LOG.jsonl

import { DuckDBInstance } from '@duckdb/node-api';

const log = process.argv[2];
const lastCoveredDay = '2019-12-31';

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();

// The lists of meetings are of no concern to the two rules: left out, as a user would who wants it fast. The head is a line too;
// it has no `act`, so nothing finds it.
await connection.run(`
  CREATE TEMP TABLE records AS
  SELECT id, date, act, "by", "to", document, subject, re
  FROM read_json('${log}', format = 'newline_delimited', columns = {
    id: 'VARCHAR', date: 'DATE', act: 'VARCHAR', "by": 'VARCHAR', "to": 'VARCHAR', document: 'VARCHAR', subject: 'VARCHAR', re: 'VARCHAR'})
  WHERE act IN ('published', 'sent', 'consulted')`);

const notSent = await connection.runAndReadAll(`
  SELECT count(*) FROM records AS report
  WHERE report.act = 'published' AND report.document = 'report' AND report.date + 30 < DATE '${lastCoveredDay}'
    AND NOT EXISTS (
      SELECT 1 FROM records AS mailing
      WHERE mailing.act = 'sent' AND mailing.document = 'report' AND mailing."to" = 'hwb-chair' AND mailing.re = report.id
        AND mailing."by" = report."by" AND mailing.date BETWEEN report.date AND report.date + 30)`);

const notConsulted = await connection.runAndReadAll(`
  SELECT count(*) FROM records AS plan
  WHERE plan.act = 'published' AND plan.document = 'plan' AND plan.date < DATE '${lastCoveredDay}'
    AND NOT EXISTS (
      SELECT 1 FROM records AS consultation
      WHERE consultation.act = 'consulted' AND consultation.document = 'plan' AND consultation.subject = plan.subject
        AND consultation."by" = plan."by" AND consultation.date BETWEEN plan.date - 365 AND plan.date)`);

const count = (result) => Number(result.getRows()[0][0]);
console.log(JSON.stringify({ 'report-sent': count(notSent), 'plan-consulted': count(notConsulted) }));
