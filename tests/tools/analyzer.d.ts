/** What we use of the analyzer, whose own declarations name less than it has. It brings a TypeScript of its own, with an interface for programs. */
declare module '@custom-elements-manifest/analyzer' {
  interface SyntaxNode {
    getText(): string;
  }
  interface TypeAlias extends SyntaxNode {
    readonly name: { readonly text: string };
    readonly type: SyntaxNode;
  }
  export interface SourceFile {
    readonly statements: readonly SyntaxNode[];
  }
  export const ts: {
    readonly ScriptTarget: { readonly ES2022: number };
    createSourceFile(name: string, text: string, target: number, setParents: boolean): SourceFile;
    isTypeAliasDeclaration(node: SyntaxNode): node is TypeAlias;
  };
  export function create(order: { modules: readonly SourceFile[]; plugins: object[] }): unknown;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
