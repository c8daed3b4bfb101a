/** The parser's compiled code as the package's own `index.js` uses it; that file starts it without saying where it lies. */
declare module 'libpg-query/wasm/libpg-query.js' {
  export interface ParserModule {
    _malloc(bytes: number): number;
    _free(address: number): void;
    _wasm_parse_query_raw(sql: number): number;
    _wasm_free_parse_result(result: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, address: number, maxBytes: number): void;
    UTF8ToString(address: number): string;
    getValue(address: number, type: 'i32'): number;
  }
  export interface ParserModuleOptions {
    locateFile?(file: string, directory: string): string;
  }
  export default function createParser(options?: ParserModuleOptions): Promise<ParserModule>;
}
