import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { readVisibleText } from '../../src/conversation/visible-text.ts';

const bot = '100000000000000001';

const rows: readonly (readonly [name: string, content: string, words: string, mentions: string])[] = [
  ['a mention and a question', `<@${bot}> kapan dia keluar?`, 'kapan dia keluar?', bot],
  ['the old form of a mention', `<@!${bot}> kapan?`, 'kapan?', bot],
  ['a mention twice', `<@${bot}> kapan <@${bot}>`, 'kapan', bot],
  ['a mention in a quoted line', `> <@${bot}> kapan?\nsetuju`, 'setuju', ''],
  ['a mention after >>>', `setuju\n>>> <@${bot}> kapan?\nlagi`, 'setuju', ''],
  ['a mention in inline code', `tulis \`<@${bot}>\` ya`, 'tulis ya', ''],
  ['a mention in a code block', `\`\`\`\n<@${bot}> kapan?\n\`\`\`\nbegitu`, 'begitu', ''],
  ['words in inline code', `apa itu \`npm ci\` <@${bot}>?`, 'apa itu npm ci ?', bot],
  ['words between two back-ticks each', 'apa itu ``a`b``?', 'apa itu a`b?', ''],
  ['a code block that never ends', `begitu \`\`\`<@${bot}>`, 'begitu', ''],
  ['a mention after a quoted line', `> kata dia\n<@${bot}> bener?`, 'bener?', bot],
  ['a greater-than sign in a sentence', `5 > 3 kan <@${bot}>`, '5 > 3 kan', bot],
  [
    'emoji, channels, roles, commands, times',
    '<a:lol:123> <#1> <@&200000000000000002> </ask:3> <t:170:R> halo',
    'halo',
    '',
  ],
  ['links', 'lihat https://contoh.id/apa?siapa=1 ya', 'lihat ya', ''],
  ['nothing', '', '', ''],
];

test.for(rows)('%s', ([, content, words, mentions]) => {
  const said = readVisibleText(content);
  expect([said.words, said.mentionedUserIds]).toEqual([words, mentions === '' ? [] : [mentions]]);
});

test.for([
  ['@Budi kamu di mana?', ['budi'], true],
  ['kata @sari.w sama @Budi', ['sari.w', 'budi'], false],
  ['siapa itu @elonmusk?', ['elonmusk'], false],
  ['@everyone @here ada yang tau?', [], false],
  ['tulis ke redaksi@contoh.id ya', [], false],
  ['`@Budi` gitu', [], false],
  ['https://x.com/@igor siapa?', [], false],
] as const)('reads the names typed in "%s"', ([content, typedNames, beginsWithName]) => {
  expect(readVisibleText(content)).toMatchObject({ typedNames, beginsWithName });
});

test('tells roles from users', () => {
  expect(readVisibleText(`<@&${bot}> kapan?`)).toMatchObject({
    mentionedUserIds: [],
    mentionedRoleIds: [bot],
    words: 'kapan?',
  });
});

propertyTest.prop([fc.string({ unit: 'binary', maxLength: 400 })])('reads any text', (content) => {
  expect(readVisibleText(content).words.length).toBeLessThanOrEqual(content.length);
});

propertyTest.prop([
  fc.array(fc.constantFrom('`', '``', '```', '> ', '>>> ', '\n', 'a', ' '), { maxLength: 40 }),
])('never hears a mention between back-ticks of one fence', (parts) => {
  const noise = parts.join('').replaceAll('`', '');
  expect(readVisibleText(`\`\`\`${noise}<@${bot}>\`\`\``).mentionedUserIds).toEqual([]);
});
