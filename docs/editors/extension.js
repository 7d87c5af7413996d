// Starts `certpress lsp` for layout files. Without `npm install` in this folder only the colours work.
const vscode = require("vscode");

let client;

exports.activate = async function () {
  let library;
  try {
    library = require("vscode-languageclient/node");
  } catch {
    vscode.window.showWarningMessage("CertPress: run 'npm install' in the extension's folder for more than colours.");
    return;
  }
  const command = vscode.workspace.getConfiguration("certpress").get("command");
  client = new library.LanguageClient(
    "certpress",
    "CertPress",
    { command, args: ["lsp"], transport: library.TransportKind.stdio },
    {
      documentSelector: [{ language: "certpress" }],
      // What other programs do to an included file is told to the server.
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.layout") },
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
