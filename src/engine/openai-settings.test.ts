import { describe, expect, it } from 'vitest';
import {
  baseUrlOf,
  grammarDialectOf,
  isLocalHost,
  keyOf,
  openAiSettings,
  readOpenAiSettings,
} from './openai-settings.ts';

describe('baseUrlOf', () => {
  it.each([
    ['http://localhost:8000', 'http://localhost:8000/v1'],
    ['localhost:8000', 'http://localhost:8000/v1'],
    ['192.168.1.20:8080/', 'http://192.168.1.20:8080/v1'],
    ['models.example.org', 'https://models.example.org/v1'],
    [' https://models.example.org/v1/ ', 'https://models.example.org/v1'],
    ['https://models.example.org/v1/chat/completions', 'https://models.example.org/v1'],
    ['http://[::1]:8000/v1/models', 'http://[::1]:8000/v1'],
    ['https://example.org/api/v1', 'https://example.org/api/v1'],
    ['https://bücher.example', 'https://bücher.example/v1'],
  ])('reads %j as %j', (typed, expected) => {
    expect(baseUrlOf(typed)).toBe(expected);
    expect(baseUrlOf(expected)).toBe(expected);
    expect(() => new URL(expected)).not.toThrow();
  });

  it.each([
    '',
    '   ',
    'ftp://host',
    'https://user:secret@host/v1',
    'https://host/v1?key=secret',
    'https://host/#a',
    'a b',
  ])('refuses %j and does not repeat it', (typed) => {
    expect(() => baseUrlOf(typed)).toThrow(expect.objectContaining({ code: 'server/settings' }));
    expect(() => baseUrlOf(typed)).not.toThrow(/secret/);
  });
});

describe('keyOf', () => {
  it('takes an empty key for none', () => {
    expect(keyOf('  ')).toBeNull();
    expect(keyOf(' sk-1 ')).toBe('sk-1');
  });

  it.each(['sk-1\nsk-2', 'sk 1', 'schlüssel'])('refuses %j without repeating it', (typed) => {
    expect(() => keyOf(typed)).toThrow(expect.objectContaining({ code: 'server/settings' }));
    expect(() => keyOf(typed)).not.toThrow(typed);
  });
});

describe('openAiSettings', () => {
  const typed = { address: 'localhost:8000', key: '', model: ' expert ', flavour: 'vllm' } as const;

  it('is read back from storage as it was written', () => {
    const settings = openAiSettings(typed);
    expect(settings).toEqual({ baseUrl: 'http://localhost:8000/v1', key: null, model: 'expert', flavour: 'vllm' });
    expect(readOpenAiSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it('wants a model', () => {
    expect(() => openAiSettings({ ...typed, model: ' ' })).toThrow(
      expect.objectContaining({ code: 'server/settings' }),
    );
  });

  it.each([null, {}, 'x', { baseUrl: 'javascript:alert(1)', key: null, model: 'a', flavour: 'vllm' }])(
    'does not believe %j in storage',
    (stored) => {
      expect(readOpenAiSettings(stored)).toBeNull();
    },
  );
});

it('knows the dialect of each kind of server', () => {
  expect(grammarDialectOf('vllm')).toBe('ebnf');
  expect(grammarDialectOf('llama.cpp')).toBe('gbnf');
  expect(grammarDialectOf('ollama')).toBeNull();
  expect(grammarDialectOf('other')).toBeNull();
});

it('knows the hosts of this network', () => {
  expect(['localhost', '127.0.0.1:8000', '10.1.2.3', '172.16.0.1', 'gpu.local:80'].every(isLocalHost)).toBe(true);
  expect(['example.org', '172.32.0.1', '110.1.2.3', '127.example.org'].some(isLocalHost)).toBe(false);
});
