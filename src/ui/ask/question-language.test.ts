import { describe, expect, it } from 'vitest';
import { preferredLanguage } from './question-language.ts';

describe('preferredLanguage', () => {
  it('is the first of the languages that there is', () => {
    expect(preferredLanguage(['pt-BR', 'en-US'])).toBe('pt');
    expect(preferredLanguage(['EN-gb', 'pt'])).toBe('en');
    expect(preferredLanguage(['fr', 'ptolemaic', 'pt-PT', 'en'])).toBe('pt');
  });

  it('is English where none is', () => {
    expect(preferredLanguage(['de', 'fr-CA'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });
});
