/**
 * The `nano-1` prompt as the Jinja template that llama.cpp and other runtimes read from the model file: the system
 * message is the schema's table lines, the user message the question (already normalised). It renders exactly what
 * `src/prompt/nano-1.ts` does.
 */
export const NANO_CHAT_TEMPLATE = [
  '{%- for message in messages -%}',
  "{%- if message['role'] == 'system' -%}",
  "{{- '<|schema|>\\n' -}}",
  "{%- set tables = message['content'] | trim -%}",
  "{%- if tables -%}{{- tables + '\\n' -}}{%- endif -%}",
  "{%- elif message['role'] == 'user' -%}",
  "{{- '<|question|>' + (message['content'] | trim) + '<|sql|>' -}}",
  "{%- elif message['role'] == 'assistant' -%}",
  "{{- message['content'] + '<|end|>' -}}",
  '{%- endif -%}',
  '{%- endfor -%}',
].join('');
