import { describe, expect, it } from 'vitest'
import { readChoice, readOptions } from './read-options.ts'

const read = (...args: string[]) =>
  readOptions(args, {
    options: { route: { type: 'string' }, all: { type: 'boolean' } },
    required: ['route'],
    words: { least: 1, most: 2, names: 'A en B' },
  })

describe('options', () => {
  it('reads options and words in any order', () => {
    const given = read('1', '--route', 'ot', '2', '--all')
    expect(given).toMatchObject({ ok: true, value: { words: ['1', '2'] } })
    expect(given).toMatchObject({ value: { values: { route: 'ot', all: true } } })
  })

  it.each([
    [['1'], '--route ontbreekt'],
    [['--route', 'ot'], 'geef A en B'],
    [['--route', 'ot', '1', '2', '3'], '"3" is te veel'],
    [['--rout', 'ot', '1'], '--rout bestaat hier niet'],
    [['1', '--route'], '--route is niet goed ingevuld'],
    [['1', '--route', 'ot', '--all=ja'], '--all is niet goed ingevuld'],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(read(...args)).toMatchObject({ ok: false, error: expect.stringContaining(sentence) })
  })

  it('asks for nothing where help is wanted', () => {
    expect(read('--help')).toMatchObject({ ok: true, value: { values: { help: true } } })
  })

  it('names the choices where another is made', () => {
    expect(readChoice('format', undefined, ['json', 'csv'], 'csv')).toEqual({
      ok: true,
      value: 'csv',
    })
    expect(readChoice('format', 'xml', ['json', 'csv'], 'csv')).toEqual({
      ok: false,
      error: '--format xml kan niet. Kies uit: json, csv.',
    })
  })
})
