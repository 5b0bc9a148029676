import { circlesOf } from '../../src/domain/circles';

const above = (edges: string) => new Map(edges.split(' ').map((edge) => edge.split('>') as [string, string]));

describe('circles of accounts', () => {
  test.each<[string, string, string[][]]>([
    ['a chain is none', 'a>b b>c c>d', []],
    ['two chains that meet are none', 'a>c b>c c>d', []],
    ['one that is above itself', 'a>a', [['a']]],
    ['two that are above each other', 'b>a a>b', [['a', 'b']]],
    ['what leads into one is no part of it', 'z>y y>b b>a a>b', [['a', 'b']]],
    ['what leads into one, looked at afterwards', 'b>a a>b z>y y>b', [['a', 'b']]],
    ['several', 'c>c b>a a>b', [['c'], ['a', 'b']]],
    ['three, in their order', 'b>a a>c c>b', [['a', 'c', 'b']]],
  ])('%s', (_what, edges, circles) => {
    expect(circlesOf(above(edges))).toEqual(circles);
  });
});
