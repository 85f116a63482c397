import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { canonicalName } from '../../../src/engine/gazetteer/canonical.ts';
import {
  isTownAt,
  municipalityAt,
  municipalityBefore,
  prefectureAt,
  prefectureBefore,
  prefectureName,
} from '../../../src/engine/gazetteer/japan.ts';
import {
  isMunicipalityRomaji,
  prefectureOfRomaji,
} from '../../../src/engine/gazetteer/japan-romaji.ts';
import { municipalityEnd, placeAt, placeBefore } from '../../../src/engine/gazetteer/place.ts';

describe('prefectures', () => {
  const cases: readonly [text: string, number: number][] = [
    ['北海道', 0],
    ['東京都', 12],
    ['神奈川県', 13],
    ['京都府', 25],
    ['沖縄県', 46],
    ['東京府', -1],
    ['県', -1],
  ];
  for (const [text, number] of cases) {
    it(text, () => {
      assert.equal(prefectureAt(text, 0), number);
      assert.equal(prefectureBefore(`x${text}`, text.length + 1), number);
    });
  }
  it('are 47 of different names', () => {
    const names = Array.from({ length: 47 }, (_, i) => prefectureName(i));
    assert.equal(new Set(names).size, 47);
    assert.equal(prefectureName(47), '');
  });
});

describe('municipalities', () => {
  const cases: readonly [text: string, prefectures: readonly number[], unmistakable: boolean][] = [
    ['新宿区', [12], true],
    ['横浜市中区', [13], true],
    ['横浜市', [13], true],
    ['夕張郡栗山町', [0], true],
    ['栗山町', [0], false], // towns of cities elsewhere have the name too
    ['府中市', [12, 33], false],
    ['左京区', [25], true],
    ['四日市市', [23], true],
    ['龍ヶ崎市', [7], true],
  ];
  for (const [text, prefectures, unmistakable] of cases) {
    it(text, () => {
      const found = municipalityAt(text, 0);
      assert.equal(found?.name, canonicalName(text));
      assert.deepEqual(found.prefectures, prefectures);
      assert.equal(found.unmistakable, unmistakable);
      assert.equal(municipalityBefore(text, text.length), found);
    });
  }
  it('are the longest of their place', () => {
    assert.equal(municipalityAt('東村山市', 0)?.name, '東村山市');
    assert.equal(municipalityAt('東村山', 0)?.name, '東村');
  });
  it('are of the prefecture that is asked for', () => {
    assert.equal(municipalityAt('府中市', 0, 12)?.name, '府中市');
    assert.equal(municipalityAt('府中市', 0, 13), undefined);
  });
  for (const text of ['新宿', '架空市', '市', '']) {
    it(`${text || 'nothing'} is none`, () => assert.equal(municipalityAt(text, 0), undefined));
  }
});

describe('towns', () => {
  const cases: readonly [municipality: string, town: string, known: boolean][] = [
    ['新宿区', '西新宿2', true],
    ['東京都港区', '芝3', true],
    ['札幌市中央区', '北1条西', true],
    ['札幌市中央区', '北一条西', true],
    ['札幌市中央区', '北２条西', false], // the caller folds
    ['京都市南区', '西九条', true],
    ['新宿区', 'に住む', false],
    ['新宿区', '', false],
  ];
  for (const [name, town, known] of cases) {
    it(`${name} ${town}`, () => {
      const municipality = municipalityAt(name, name.startsWith('東京都') ? 3 : 0)!;
      assert.equal(isTownAt(municipality, town, 0, town.length), known);
    });
  }
});

describe('places', () => {
  const cases: readonly [text: string, start: number, end: number, prefecture: number][] = [
    ['東京都新宿区西新宿', 0, 6, 12],
    ['東京都 新宿区 西新宿', 0, 7, 12],
    ['東京新宿区西新宿', 0, 5, 12],
    ['新宿区西新宿', 0, 3, -1],
    ['は横浜市 中区山下町', 1, 7, -1],
    ['北海道夕張郡 栗山町中央', 0, 10, 0],
    ['東京都府中市本町', 0, 6, 12], // no 京都府 in it
    ['埼玉県浦和市北浦和', 0, 6, 10], // a city until 2001
  ];
  for (const [text, start, end, prefecture] of cases) {
    it(text, () => {
      const anchor = /[市区町村]/.exec(text)!.index + 1;
      const before = placeBefore(text, anchor)!;
      assert.deepEqual([before.start, before.end, before.prefecture], [start, end, prefecture]);
      if (!text.startsWith('東京新')) assert.deepEqual(placeAt(text, start), before);
    });
  }
  for (const text of ['この町', '学区', '都市', '東京都架空区']) {
    it(`${text} is none`, () => assert.equal(placeBefore(text, text.length), undefined));
  }
});

describe('how much of an address tells the municipality', () => {
  const cases: readonly [address: string, kept: string][] = [
    ['東京都新宿区西新宿', '東京都新宿区'],
    ['東京都　新宿区西新宿', '東京都　新宿区'],
    ['夕張郡栗山町中央', '夕張郡栗山町'],
    ['〒０００－００００　横浜市中区山下町', '〒０００－００００　横浜市中区'],
    ['西新宿', ''],
    ['1 Example Street', ''],
  ];
  for (const [address, kept] of cases) {
    it(address, () => assert.equal(address.slice(0, municipalityEnd(address)), kept));
  }
});

describe('romaji', () => {
  for (const name of ['Tokyo', 'Tōkyō', 'TOKYO', 'Toukyou']) {
    it(name, () => assert.equal(prefectureOfRomaji(name), 12));
  }
  const cases: readonly [name: string, suffix: '-ku' | '-shi' | '-gun', known: boolean][] = [
    ['Shinjuku', '-ku', true],
    ['Ōta', '-ku', true],
    ['Ohta', '-ku', true],
    ['Yokohama', '-shi', true],
    ['Yokohama', '-ku', false],
    ['Kitagunma', '-gun', true],
    ['Shimbashi', '-ku', false], // a town
    ['Springfield', '-shi', false],
  ];
  for (const [name, suffix, known] of cases) {
    it(name + suffix, () => assert.equal(isMunicipalityRomaji(name, suffix), known));
  }
});
