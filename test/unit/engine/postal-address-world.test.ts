import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isStopSign, tokensOf } from '../../../src/engine/rules/postal-address/world/tokens.ts';
import { find } from '../../support/find.ts';

/**
 * Cases are written with `¦` inside of addresses, so that this file holds none, and with `«»`
 * around what must be found.
 */
function read(marked: string): { text: string; values: string[] } {
  const plain = marked.replaceAll('¦', '');
  return {
    text: plain.replace(/[«»]/g, ''),
    values: [...plain.matchAll(/«([^»]{1,150})»/g)].map(([, value]) => value!),
  };
}

const LEVELS = { reported: ['certain', 'likely'], possible: ['possible'] } as const;

function table(title: string, level: keyof typeof LEVELS, cases: readonly string[]): void {
  describe(title, () => {
    for (const marked of cases) {
      it(marked.replaceAll('\n', '⏎'), () => {
        const { text, values } = read(marked);
        const found = find('postal-address', text).filter(({ confidence }) =>
          (LEVELS[level] as readonly string[]).includes(confidence),
        );
        assert.deepEqual(
          found.map(({ value }) => value),
          values,
        );
      });
    }
  });
}

table('street, house number and postal code or country', 'reported', [
  '«Herengracht¦ 999, 1017 CD Amsterdam», Nederland',
  '«Voorbeeldstraat¦ 12a, 3511 AB Utrecht»',
  'Nobody wrote to Specimens. «Box¦ Voorbeeld 12, 1012 Amster¦dam», Netherlands',
  '«Via Pisacane¦ 913, 76121 Barletta BT», Italy',
  '«Calle de la Prueba,¦ 23, 28014 Madrid», España',
  '«Calle de la Prueba¦ 23 28014 Madrid», España',
  '«Avenida Exemplo¦ 11, 1500-203 Lisboa», Portugal',
  '«Rua Exemplo,¦ 68, Catete, Rio de Janeiro - RJ, 22221-000», Brazil',
  '«12 rue de l’Exemple,¦ 1003 Lausanne», Switzerland',
  '«Beispielgasse¦ 5, 5020 Salzburg», Austria',
  '«Exempelgatan¦ 7, 194 61 Upplands Väsby», Sweden',
  '«Eksempelveien¦ 28, 0650 Oslo», Norway',
  '«Esimerkkikatu¦ 15, 00140 Helsinki»',
  '«ul. Przykładowa¦ 80, 33-106 Tarnów», Polska',
  '«Ukázková¦ 343/10, 301 00 Plzeň», Czech Republic',
  '«1016 Budapest, Példa¦ utca 11.», Hungary',
  '«Strada Exemplu¦ 6, 400157 Cluj-Napoca», Romania',
  '«улица Примерная,¦ 20, 220030 Минск», Беларусь',
  '«Örnek Caddesi¦ No 12, 34710 Istanbul», Türkiye',
  '«Jalan Contoh¦ 8, 40115 Bandung», Indonesia',
  '«12 Specimen Road,¦ Bengaluru 560001», India',
  '«332 Specimen Street,¦ Victoria, BC V8V 2G9»',
  '«5 Specimen Street,¦ Ashbury NSW 2193», Australia',
  '«4 Specimen Avenue,¦ Swakopmund», Namibia',
  '«Suite 9, 36, Specimen-ro¦ 87-gil, Seoul 06164» Republic of Korea',
  'South Korea, «Seoul Specimen-daero¦ 74-gil, Specimen Building, 135-934»',
  '«Örnek Cad.¦ No:5 Kat:2, 34710 Kadıköy/İstanbul», Türkiye',
  '«125009,¦ г. Пример, ул. Примерная, д. 7, кв. 12»',
  '«Pç. de Exemplo,¦ s/n São Paulo - SP, CEP 01037-010»',
  '«Specimen House, Tran Hung, Tan Lap District,¦ Khanh Hoa province 48058», Vietnam',
  '«PO Box¦ 4567, Dar es Salaam», Tanzania',
  '«BP¦ 123, Ouagadougou», Burkina Faso',
  '«Plot 7,¦ Block 12, Specimen Town, Abuja», Nigeria',
  '«Casa Ejemplo, Ejemplo Grande,¦ 20000 Maldonado», Uruguay',
  '«Mushfiki Street¦ 960, 734018 Dushanbe», Tajikistan',
  '«71, Boulevard de l’Exemple,¦ Niamey», Niger',
  '«Avenida Mao,¦ 362, 1100 Cidade de Maputo», Mozambique',
  'Lettre: «17 chemin du Test,¦ 97420 Le Port», La Réunion, France',
  '«Resselova¦ 343/10, 30100 Plzeň», Czechia',
  'send it to «14 Specimen Street,¦ Kingston 2», Jamaica, please',
  '«473 Specimen Rd,¦ Springfield, IL»',
  '«Cra 18#63-64¦ B Chapinero Bogotá DC» Colombia',
  'Return to «Unit 4719¦ Box 7394\nDPO AP 96542».',
  '«14 Specimen Road¦\nKowloon»\nHong Kong',
]);

table('without a house number, when the line holds nothing else', 'reported', [
  '«Sokoine Road,¦ Songea, Ruvuma», Tanzania',
  'Hotel Beispiel, «Yeni Crescent,¦ Maiyegun, Lagos», Nigeria',
  '«Piazza Grande,¦ 31046 Oderzo TV», Italia',
  '«Moor Lane,¦ Barbican, London, EC2Y 9AA», United Kingdom',
  '«The Cottage,¦ Hilton, PE28 9AA», United Kingdom',
]);

table('less sure', 'possible', [
  'They met at «12 Specimen Street».',
  'They met at «12 S. Specimen St.»',
  '«Moabit, Berlin», Germany',
  'General Hospital, «Sokoine Road,¦ Songea», Tanzania',
  'the shop in «Specimen Road,¦ Nairobi», Kenya was closed',
  '«7878 Rahu 37¦ Apt. 405»',
]);

table('Korean and Chinese', 'reported', [
  '«서울특별시 마포구 견본로¦ 146», 커피',
  '주소: «경기도 성남시 분당구 견본로¦ 12-3, 101동 1203호»',
  '«广东省深圳市南山区样本路¦99号3号楼502室»',
  '地址：«青岛市 样本东路¦6号,5号楼,8号室» 先生收',
  '«臺北市信義區樣本街¦168號5樓»',
]);

describe('what is no address anywhere', () => {
  const cases = [
    'Hong Kong, China',
    'We went to Berlin, Germany and to Paris, France.',
    'Copyright (c) 2011-2021, Gary Court',
    'for (const street of streets) count += 12;',
    'the route 12, and a way of 5 steps, in Germany',
    'Chapter 5 Main results, Table 3',
    'country,code\nGermany,49\nFrance,33\n',
    'São Paulo 12345, 67890 items',
    'const colours = [Red 5, Blue 6];',
    'Address line 1, Street name (1)',
    'Plot 3, Block 2, Sample 4, Germany',
    'Unit 5, Reading Aloud, Writing, France',
    'Specimen University, Department of Things,¦ 69120 Heidelberg, Germany',
    'Map, 20000 Leagues, Verne, France',
    'BP 120, Box 3',
    'Warning: No:5 Kat:2',
    '125009, Red, Green, Blue',
    '国道16号、県道3号',
    '서울에서 2시간 12분',
    '横浜市道路1号線',
    '12 Example Street,¦ Springfield, ZZ 62701',
  ];
  for (const marked of cases) {
    it(marked, () => {
      const found = find('postal-address', marked.replaceAll('¦', ''));
      assert.deepEqual(
        found.filter(({ confidence }) => confidence !== 'possible'),
        [],
      );
    });
  }
});

describe('the region of an address', () => {
  for (const [marked, region] of [
    ['Herengr¦acht 999, 1017 CD Amster¦dam, Neder¦land', 'NL'],
    ['12 Specimen Road,¦ Bengaluru 560001, India', 'IN'],
    ['서울특별시 마포구 견본로¦ 146', 'KR'],
    ['臺北市信義區樣本街¦168號', 'TW'],
  ] as const) {
    it(`${marked}: ${region}`, () => {
      const [found] = find('postal-address', marked.replaceAll('¦', ''));
      assert.equal(found?.region, region);
    });
  }
});

describe('a stop sign', () => {
  const SIGNS = Array.from({ length: 0x80 }, (_, unit) => String.fromCharCode(unit));
  const hasStop = (text: string) => Array.from(text).some((it) => isStopSign(it.charCodeAt(0)));

  it('stands in no word, and every gap with one is a stop', () => {
    const pieces = fc.constantFrom(
      ...SIGNS,
      'Rue',
      'No:5',
      ' ',
      ', ',
      '\n',
      '\\n',
      'é',
      '12',
      ' - ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, word, gap } of tokensOf(text, 0, text.length)) {
          assert(!hasStop(word));
          if (hasStop(text.slice(last, start))) assert.equal(gap, 'stop');
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
