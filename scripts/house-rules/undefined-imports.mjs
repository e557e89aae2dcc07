import ts from 'typescript'

/**
 * Each value that a source of the catalogue takes from a package without being part of its language
 * of definitions. Types are free: they disappear.
 *
 * @param {string} path
 * @param {string} text
 * @param {Record<string, Set<string>>} allowed by package
 * @returns {string[]}
 */
export function undefinedImports(path, text, allowed) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext)
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = /** @type {ts.StringLiteral} */ (statement.moduleSpecifier).text
    const names = allowed[from]
    if (!names || statement.importClause?.isTypeOnly) return []
    const bindings = statement.importClause?.namedBindings
    const imported = !bindings
      ? ['de hele module']
      : ts.isNamespaceImport(bindings)
        ? [`* as ${bindings.name.text}`]
        : bindings.elements
            .filter((element) => !element.isTypeOnly)
            .map((element) => (element.propertyName ?? element.name).text)
    return imported
      .filter((name) => !names.has(name))
      .map(
        (name) =>
          `${path} gebruikt ${name} van ${from}: de catalogus gebruikt alleen wat definieert.`,
      )
  })
}
