import { expect, test } from 'vitest';
import { hasUnit, readExpectedUnit, type ExpectedUnit } from '../../src/answers/expected-unit.ts';

test.for<[string, ExpectedUnit | undefined]>([
  ['Berapa persen sahamnya turun?', 'percent'],
  ['umurnya brp sih', 'age'],
  ['jam berapa banjirnya datang', 'clock'],
  ['tahun brp perusahaannya berdiri', 'year'],
  ['hari apa dia mundur', 'weekday'],
  ['tanggal brp sidangnya', 'day'],
  ['which month will it open', 'month'],
  ['how long will the repair take', 'duration'],
  ['brp lama dia dipenjara', 'duration'],
  ['seberapa jauh dari pantai', 'distance'],
  ['duit yg ilang brp', 'money'],
  ['how much did they pay', 'money'],
  ['berapa warga yang mengungsi', 'people'],
  ['how many local residents fled', 'people'],
  ['berapa kapal yang tenggelam', undefined],
])('"%s" asks for %s', ([question, unit]) => {
  expect(readExpectedUnit(question)).toBe(unit);
});

test.for<[ExpectedUnit, string, string]>([
  ['money', 'membayar denda Rp 500 juta', 'membayar 500 kali'],
  ['duration', 'berlangsung selama empat bulan', 'pada 4 Februari'],
  ['duration', 'inside for 19 days', 'inside since 19 May'],
  ['people', 'sekitar 3.200 jiwa mengungsi', '3.200 rumah rusak'],
  ['people', 'more than 380,000 customers', '380,000 files'],
  ['percent', 'naik 38 persen', 'naik 38 ribu'],
  ['year', 'sejak 2019', 'sejak pukul 20.19'],
  ['weekday', 'pada hari Rabu malam', 'pada tahun 2023'],
  ['day', 'Kamis, 2 Oktober', 'pada Oktober 2025'],
  ['month', 'pada pertengahan Oktober', 'pada 2025'],
  ['distance', 'radius delapan kilometer', 'delapan perahu'],
  ['clock', 'sekitar pukul 21.40 WIB', 'pada 21 Mei'],
  ['age', 'Sari (34) mengaku', 'Sari mengaku'],
])('%s is in "%s" and not in "%s"', ([unit, text, other]) => {
  expect(hasUnit(text, unit)).toBe(true);
  expect(hasUnit(other, unit)).toBe(false);
});
