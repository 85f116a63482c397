import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { find } from '../../support/find.ts';
import { wide } from '../../support/wide.ts';

/** Examples of the issuers and of handbooks, put together at run time: the bar is no part of them. */
const join = (value: string) => value.replaceAll('|', '');
const shape = (text: string) => text.replaceAll(/[\d０-９]/g, '9').replaceAll('\n', '⏎');

const levels = (text: string, path?: string, regions?: readonly string[]) =>
  find('national-id', text, { ...(path && { path }), ...(regions && { regions }) }).map(
    ({ value, confidence }) => `${confidence} ${value}`,
  );

/** Region, field, number, level of the field with its last character changed. */
const checked: readonly (readonly [string, string, string, 'possible' | 'likely'])[] = [
  ['AE', 'emirates_id', '784-|1984-1234567-4', 'likely'],
  ['AR', 'cuil', '20-|12345678-6', 'likely'],
  ['AT', 'svnr', '1237| 010180', 'likely'],
  ['AU', 'tax_file_number', '459| 287 007', 'likely'],
  ['BE', 'rijksregisternummer', '85.07.|30-033.28', 'possible'],
  ['BG', 'egn', '75231|69263', 'possible'],
  ['BR', 'cpf', '111.|444.777-35', 'likely'],
  ['CA', 'social_insurance_number', '130| 692 544', 'likely'],
  ['CH', 'ahv_nr', '756.|9217.0769.85', 'likely'],
  ['CL', 'rut', '9.|876.543-3', 'likely'],
  ['CN', '身份证号', '110105|194912310011', 'possible'],
  ['CZ', 'rodné číslo', '736028|/5163', 'likely'],
  ['DE', 'steuer_id', '65929|970489', 'possible'],
  ['DE', 'rentenversicherungsnummer', '15070649|C103', 'likely'],
  ['EE', 'isikukood', '37605|030299', 'possible'],
  ['ES', 'dni', '5436|2315K', 'possible'],
  ['ES', 'nif', 'X961|3851N', 'possible'],
  ['FI', 'henkilötunnus', '131052|-308T', 'possible'],
  ['FR', 'numéro de sécurité sociale', '2| 95 10 99 126 111 93', 'likely'],
  ['FR', 'numero_fiscal', '30 23| 217 600 053', 'possible'],
  ['GR', 'amka', '01013|099997', 'likely'],
  ['HK', 'hkid', 'A123|456(3)', 'likely'],
  ['HR', 'oib', '33392|005961', 'possible'],
  ['HU', 'adóazonosító jel', '80715|92153', 'possible'],
  ['IE', 'ppsn', '1234|567T', 'possible'],
  ['IL', 'teudat_zehut', '21948|6610', 'likely'],
  ['IN', 'aadhaar_no', '2984| 4886 3364', 'possible'],
  ['IR', 'codemelli', '00845|75948', 'likely'],
  ['IT', 'codice_fiscale', 'RSSMRA85|T10A562S', 'possible'],
  ['KZ', 'иин', '980124|450072', 'likely'],
  ['LT', 'asmens kodas', '33309|240064', 'possible'],
  ['MX', 'curp', 'HEGG5604|27MVZRRL04', 'likely'],
  ['NL', 'bsn', '11122|2333', 'possible'],
  ['NO', 'fødselsnummer', '14035|638319', 'likely'],
  ['NZ', 'ird_number', '49-|091-850', 'possible'],
  ['PL', 'pesel', '44051|401359', 'possible'],
  ['PL', 'nr dowodu', 'ABS|123456', 'likely'],
  ['PT', 'contribuinte', '29999|2020', 'possible'],
  ['RO', 'cnp', '16306|15123457', 'possible'],
  ['RS', 'jmbg', '01010|06500006', 'likely'],
  ['RU', 'снилс', '112-|233-445 95', 'likely'],
  ['RU', 'инн', '500100|732259', 'likely'],
  ['SE', 'personnummer', '811228|-9874', 'possible'],
  ['SG', 'nric', 'S12|34567D', 'likely'],
  ['TH', 'เลขประจำตัวประชาชน', '1-1012|-30000-00-1', 'likely'],
  ['TR', 'tckn', '10000|000146', 'likely'],
  ['TW', '身分證字號', 'A1234|56789', 'likely'],
  ['UA', 'рнокпп', '30031|02490', 'likely'],
  ['UY', 'cedula', '1.234.|567-2', 'likely'],
  ['ZA', 'sa_id_number', '80010|15009087', 'likely'],
];

/** Another character of the same kind at the end, or before a closing bracket. */
const spoilt = (value: string) =>
  value.replace(/([\dA-Z])(\)?)$/, (_, last: string, bracket: string) => {
    const next = /\d/.test(last) ? (Number(last) + 1) % 10 : last === 'A' ? 'B' : 'A';
    return String(next) + bracket;
  });

describe('national-id: numbers with a check digit', () => {
  for (const [region, field, barred, wrong] of checked) {
    const value = join(barred);
    it(`certain in a field, then ${wrong} with another check digit: ${region} ${shape(value)}`, () => {
      assert.deepEqual(levels(`id,${field}\n1,${value}\n`, 'a.csv'), [`certain ${value}`]);
      const other = spoilt(value);
      assert.deepEqual(levels(`id,${field}\n1,${other}\n`, 'a.csv'), [`${wrong} ${other}`]);
    });
    it(`certain in JSON and behind its name: ${region} ${field}`, () => {
      assert.deepEqual(levels(`{ "${field}": "${value}" }`, 'a.json'), [`certain ${value}`]);
      assert.deepEqual(levels(`${field}: ${value}`), [`certain ${value}`]);
    });
  }
});

const cases: readonly (readonly [text: string, expected: string | undefined, path?: string])[] = [
  // The SSA's rules: no area 000, 666, 9xx, no group 00, no serial 0000.
  ['id,ssn\n1,212-|34-5677\n', 'likely 212-|34-5677', 'a.csv'],
  ['id,ssn\n1,212|345677\n', 'likely 212|345677', 'a.csv'],
  ['my social security number is 212-|34-5677.', 'likely 212-|34-5677'],
  ['id,ssn\n1,666-|34-5677\n', 'possible 666-|34-5677', 'a.csv'],
  ['id,ssn\n1,212-|00-5677\n', 'possible 212-|00-5677', 'a.csv'],
  ['ssn 666-|34-5677', undefined],
  ['ssn 212-|34-56777', undefined],
  ['ssn 212-|34-567', undefined],
  ['ssn X212-|34-5677', undefined],
  ['id,ssn\n1,987-65-4321\n', undefined, 'a.csv'],
  ['id,ssn\n1,078-|05-1120\n', undefined, 'a.csv'],
  ['{ "ssn": "123-|45-6789" }', 'possible 123-|45-6789', 'a.json'],
  ['212-|34-5677', 'possible 212-|34-5677'],
  ['id,itin\n1,912-|70-1234\n', 'likely 912-|70-1234', 'a.csv'],
  ['id,itin\n1,912-|89-1234\n', 'possible 912-|89-1234', 'a.csv'],
  // HMRC's.
  ['National Insurance number: AB 12 34 |57 C', 'likely AB 12 34 |57 C'],
  ['here is my National Insurance Number ab1234|57c', 'likely ab1234|57c'],
  ['id,nino\n1,BG1234|57A\n', 'possible BG1234|57A', 'a.csv'],
  ['id,nino\n1,AB1234|57E\n', undefined, 'a.csv'],
  ['id,nino\n1,QQ123456C\n', undefined, 'a.csv'],
  // Alone: what nothing else looks like.
  ['x = "110105|19491231002X"', 'likely 110105|19491231002X'],
  ['x = "110105|194912310021"', undefined],
  ['x = 110105|19491331002', undefined],
  ['971013-|1019901', 'likely 971013-|1019901'],
  ['971013-|5019903', 'likely 971013-|5019903'], // a foreigner's
  ['971013-|1019902', undefined],
  ['주민등록번호 971013-|1019902', 'likely 971013-|1019902'], // given anew since 2020
  ['Korean FRN is 971013-|5019904', 'likely 971013-|5019904'],
  ['frn 971013-|5019904', undefined],
  ['201006-|3019902', 'likely 201006-|3019902'], // of people born since no digit is a check
  ['971313-|1019902', undefined],
  ['971013-|0019902', undefined],
  ['111.|444.777-35', 'likely 111.|444.777-35'],
  ['111.|444.777-36', undefined],
  ['111|44477735', undefined],
  ['131052|-308T', 'likely 131052|-308T'],
  ['811228|-9874', 'likely 811228|-9874'],
  ['x = "RSSMRA85|T10A562S"', 'likely RSSMRA85|T10A562S'],
  ['x = "RSSMRA85|T10A562T"', undefined],
  ['x = "RSSMRA85|T40A562S"', undefined],
  ['HEGG5604|27MVZRRL04', 'likely HEGG5604|27MVZRRL04'],
  ['811328|-9874', undefined],
  ['756.|9217.0769.85', 'likely 756.|9217.0769.85'],
  ['784-|1984-1234567-4', 'likely 784-|1984-1234567-4'],
  // A check digit alone is none of a reason.
  ['x = 86095|742719', undefined],
  ['order 44051|401359', undefined],
  ['timestamp: 10000|000146', undefined],
  // Wide names want a check digit.
  ['id,national_id\n1,44051|401359\n', 'certain 44051|401359', 'a.csv'],
  ['national id: 44051|401359', 'certain 44051|401359'],
  ['national id: 21234|5677', undefined],
  // Words that mean other things as names of fields.
  ['SIN 130| 692 544', 'certain 130| 692 544'],
  ['{ "sin": 0.130|692544 }', undefined, 'a.json'],
  ['My PAN number is ABBPM|4567S', 'likely ABBPM|4567S'],
  ['{ "pan": { "x": 1234567 } }', undefined, 'a.json'],
  // Iceland's check digit is the last but one.
  ['kennitala 120174|-3399', 'certain 120174|-3399'],
  ['kennitala 120174|-3489', 'likely 120174|-3489'],
  // Near misses and surroundings.
  ['cpf: 111.|444.777-355', undefined],
  ['pesel: 44051|401359/2', undefined],
  ['pesel: 44051|401359-11', undefined],
  ['pesel: 11111111111', undefined],
  ['ssn: ***-**-****', undefined],
  ['ssn: [NATIONAL-ID]', undefined],
];

describe('national-id', () => {
  for (const [barred, expected, path] of cases) {
    const level = expected === undefined ? 'not' : expected.split(' ')[0]!;
    it(`${level}: ${shape(barred)}`, () => {
      assert.deepEqual(levels(join(barred), path), expected === undefined ? [] : [join(expected)]);
    });
  }
  it('reads full-width digits', () => {
    const value = wide(join('44051|401359'));
    assert.deepEqual(levels(`PESEL：${value}`), [`certain ${value}`]);
  });
  it('takes groups without a check digit for a country of the policy', () => {
    const value = join('212-|34-5677');
    assert.deepEqual(levels(value, undefined, ['US']), [`likely ${value}`]);
    assert.deepEqual(levels(join('S12|34567D'), undefined, ['SG']), [
      `likely ${join('S12|34567D')}`,
    ]);
    assert.deepEqual(levels(join('S12|34567D')), [join('possible S12|34567D')]);
  });
  it('takes digits that stick to a word for number', () => {
    const value = join('811228|9874');
    assert.deepEqual(levels(`my personnummer is${value}.`), [`certain ${value}`]);
    assert.deepEqual(levels(`Personnummer No${value}`), [`certain ${value}`]);
    assert.deepEqual(levels(`personnummer abis${value}`), []);
    assert.deepEqual(levels(`this${value}`), []);
  });
  it('names the country', () => {
    const [finding] = find('national-id', `steuer_id=${join('65929|970489')}`);
    assert.equal(finding?.region, 'DE');
    assert.deepEqual(finding.evidence, ['field-name', 'check-digit: DG TAXUD, TIN algorithms']);
  });
  it('does not take a column for one whose numbers pass some check by chance', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${10_000_000_146 + i * 7_919}`);
    assert.deepEqual(levels(`ref\n${rows.join('\n')}\n`, 'a.csv'), []);
  });
});
