// Parses the AsyncAPI document with its own parser; any finding is a failure.
import { Parser, fromFile } from '@asyncapi/parser';

const file = process.argv[2];
const { document, diagnostics } = await fromFile(new Parser(), file).parse();
for (const finding of diagnostics) {
  console.error(`${file}: ${finding.path.join('.')}: ${finding.message} (${finding.code})`);
}
if (!document || diagnostics.length > 0) {
  process.exit(1);
}
console.log(`${file}: valid AsyncAPI ${document.version()}`);
