// Where the packed suite begins: what an older Node lacks, then the command line.

import './older-node.ts'
import '../command-line.ts'
