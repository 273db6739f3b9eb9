// Assertions of the reference list that no requirement shows, each with its reason.

/** By id. What is here is shown elsewhere, or cannot be, or is not done on purpose. */
export const reasonedOut: Readonly<Record<string, string>> = {
  'NEG-31':
    'a limit that a run could reach would be one that a vendor’s server must not have; whoever asks a stranger’s server until it gives up attacks it',
  'NEG-33':
    'a server may wait for as long as it likes before it gives up on half a request: this gateway waits half a minute, and a run is not to take longer',
  'ERR-07': 'no exchange makes a right server break; that every hostile one is answered with less than 500 is HF-PRV-002',
  'ERR-08': 'nothing that is asked of the gateway is handed on while its sender waits, so that nothing behind it can be late',
  'TOK-06':
    'a token lives for five minutes (HF-TOK-003), and a run is not to wait for that; test/auth/bearer.test.ts has a clock of its own',
  'AST-27': 'seen only by whoever serves the keys and owns the addresses that must not be asked; test/auth/jwks.test.ts',
  'SCP-17':
    'another server’s tokens are not the suite’s to have, and one that is made up is refused for its signature (HF-SCP-002); test/auth/bearer.test.ts',
  'SCP-18': 'taking a client out is an operator’s act, for which FHIR and OAuth have no exchange; test/auth/registry.test.ts',
  'SCP-21': 'of the gateway as a client: shown by the simulator, when there is something that it sends',
  'SCP-22': 'there is no App Launch, and discovery claims none (HF-DSC-014)',
  'SCP-23': 'there is no App Launch, and discovery claims none (HF-DSC-014)',
  'NHS-13': 'of the gateway as a client of the NHS; that none is asked for from its own clients is HF-NHS-011',
  'SEA-07':
    'search is strict on purpose (docs/decisions.md): a list that answers another question than the one asked looks like data; HF-SEA-002',
  'SEA-13': 'search is strict on purpose: a parameter without a value is refused like any that means nothing; HF-SEA-002',
  'SEA-24': 'no compartments are offered, and the CapabilityStatement claims none; the same is asked by a parameter (HF-SEA-005)',
  'CCR-06': 'conditional create is there wherever create is (HF-MET-012), so that there is no type to refuse it of',
  'CUP-07': 'conditional update is there wherever update is (HF-MET-016), so that there is no type to refuse it of',
  'UPD-10': 'If-Match is taken and not required: without it the last writer wins, as R4 has it',
  'TXN-26': 'nobody kills a vendor’s server; that a killed gateway keeps all of a transaction or none is test/faults',
}
