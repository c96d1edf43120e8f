import { Command, CommanderError } from 'commander';
import { UsageError, UserError, type Terminal } from './terminal.ts';

/** Reads the arguments (without the program's name) and runs the command that they name; the exit code: 0 fine, 1 something is wrong, 2 wrongly called, 130 interrupted. */
export async function runProgram(args: readonly string[], terminal: Terminal, version: string): Promise<number> {
  let code = 0;
  const program = new Command('hopline')
    .description('Shows how requests move through an architecture, from scenarios in YAML.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
    .showHelpAfterError('(hopline --help shows what there is)');

  // Each command loads its own code: `--help` and `fmt` need no layout engine.
  program
    .command('check')
    .description('say what is to be mended in scenarios and architectures')
    .argument('[files...]', 'files or folders; default: the folder "scenarios", else the current one')
    .option('--json', 'print diagnostics as JSON')
    .option('--strict', 'let warnings fail too')
    .action(async (files: string[], options) => {
      code = await (await import('./check-command.ts')).checkCommand(files, options, terminal);
    });
  program
    .command('cite')
    .description('list what the steps of scenarios cite')
    .argument('[files...]', 'files or folders; default: the folder "scenarios", else the current one')
    .option('--json', 'print them as a JSON array')
    .option('--links', 'each address once')
    .option('--lang <lang>', "language of the titles; default: the scenario's first")
    .action(async (files: string[], options) => {
      code = await (await import('./cite-command.ts')).citeCommand(files, options, terminal);
    });
  program
    .command('fmt')
    .description('put files into the canonical form, comments kept')
    .argument('[files...]', 'files or folders')
    .option('--check', 'only name the files that are not')
    .action(async (files: string[], options) => {
      code = await (await import('./format-command.ts')).formatCommand(files, options, terminal);
    });
  program
    .command('layout')
    .description('find places for the components of an architecture')
    .argument('<file>', 'an architecture, or a scenario')
    .option('--write', 'store the positions in the file, comments kept')
    .option('--all', 'place everything anew, also what has a position')
    .action(async (file: string, options) => {
      code = await (await import('./layout-command.ts')).layoutCommand(file, options, terminal);
    });
  program
    .command('new')
    .description('begin a scenario that plays')
    .argument('[file]', 'the file to write')
    .option('--title <title>', 'what it is called')
    .option('--participants <names>', 'who takes part, separated by commas, in the order of the request')
    .option('--lang <lang>', 'language of its texts: en or ko', 'en')
    .option('--force', 'overwrite the file')
    .action(async (file: string | undefined, options) => {
      code = await (await import('./new-command.ts')).newCommand(file, options, terminal);
    });
  program
    .command('dev')
    .description('play a scenario in the browser and see each change as soon as it is saved')
    .argument('<file>', 'a scenario')
    .option('--port <number>', 'port to serve on', '4700')
    .option('--no-open', 'only print the address')
    .action(async (file: string, options) => {
      code = await (await import('./dev-command.ts')).devCommand(file, options, terminal);
    });
  program
    .command('record')
    .description('make films or pictures of scenarios')
    .argument('<files...>', 'scenarios, or folders of them')
    .option('-o, --out <file>', 'what to write: .mp4 (H.264), .webm (VP9), .mov (ProRes, by ffmpeg), .gif, .apng, .png with --at, or frames/%05d.png for every frame; a folder, or {name}, {lang}, {theme}, {level}, {view} where several files are made; default: <scenario>.mp4')
    .option('--size <size>', '720p, 1080p, 1440p, 4k or WIDTHxHEIGHT; default: 1080p, of a .gif and .apng 960x540')
    .option('--fps <number>', 'frames for each second; default: 30, of a .gif and .apng 15')
    .option('--lang <lang>', "language of its texts; default: the scenario's first; several: separated by commas, as with --theme, --level and --view")
    .option('--theme <theme>', 'dark, light or contrast', 'dark')
    .option('--level <number>', 'how deep it goes', '1')
    .option('--view <view>', 'map, sequence or split', 'map')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--from <place>', 'where to begin: 12s, or a step, or step@0.4')
    .option('--to <place>', 'where to end: 12s, or a step (with all of it), or step@0.4')
    .option('--at <place>', 'for one picture: 12s, step@0.4, or a step for its still')
    .option('--rate <number>', 'how fast the story goes', '1')
    .option('--captions <how>', 'burn: under the picture; file: as .vtt beside it; embed: in the film, to be switched on and off; none', 'burn')
    .option('--codec <name>', 'h264, vp9 or av1; default: h264 for .mp4, vp9 for .webm')
    .option('--transparent', 'no ground behind the story, to lay it over other pictures: .webm, .mov (ProRes 4444), .apng, .png')
    .option('--audio <file>', 'a sound for a film: .mp3, .m4a, .wav, .ogg, .opus or .flac; begins with the film, what is longer is cut off; may have {lang} in its name')
    .option('--max-size <size>', 'of a .gif: how large it may be, such as 10MB; frames, colours and size are lowered until it fits')
    .option('--split <what>', 'steps: a clip, a poster and captions for each step, and a list of them')
    .option('--jobs <number>', 'how many to make at once, each in a browser of its own', '1')
    .option('--shard <i/n>', 'make only a share of them, such as 2/4, so that several machines make all')
    .option('--first-shard <number>', 'the number of the first share: 1, or 0 where a job runner counts from there', '1')
    .option('--force', 'make anew what was made of the same before')
    .option('--manifest', 'write a <file>.json beside each: what it was made of and a hash of each frame, for "hopline verify"')
    .option('--json', 'print what was made as JSON')
    .addHelpText('after', '\nExit codes: 0 written, 1 something is wrong, 2 wrongly called, 130 interrupted (143 by SIGTERM).\nMore, with recipes for many machines: record.md in src/cli of a clone, in dist/guide of the package.')
    .action(async (files: string[], options) => {
      code = await (await import('./record-command.ts')).recordCommand(files, options, terminal, version);
    });
  program
    .command('pptx')
    .description('make a PowerPoint deck: a slide for each step with its picture, its clip and its narration as notes')
    .argument('<file>', 'a scenario')
    .option('-o, --out <file>', 'what to write; default: <scenario>.pptx')
    .option('--size <size>', '720p, 1080p, 1440p, 4k or WIDTHxHEIGHT', '1080p')
    .option('--fps <number>', 'frames for each second of the clips', '30')
    .option('--lang <lang>', "language of its texts; default: the scenario's first")
    .option('--theme <theme>', 'dark, light or contrast', 'light')
    .option('--level <number>', 'how deep it goes', '1')
    .option('--view <view>', 'map, sequence or split', 'map')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--rate <number>', 'how fast the clips go', '1')
    .option('--captions <how>', 'burn: under the picture; none: the stage alone', 'burn')
    .option('--no-clips', 'pictures alone')
    .action(async (file: string, options) => {
      code = await (await import('./pptx-command.ts')).pptxCommand(file, options, terminal);
    });
  program
    .command('verify')
    .description('draw recordings again and compare every frame')
    .argument('<files...>', 'manifests that "hopline record --manifest" wrote')
    .addHelpText('after', '\nExit codes: 0 the same, 1 not the same or something is wrong, 2 wrongly called, 130 interrupted.')
    .action(async (files: string[]) => {
      code = await (await import('./verify-command.ts')).verifyCommand(files, terminal, version);
    });
  program
    .command('captions')
    .description('write captions, chapters or a transcript for a film of the same language, level and path')
    .argument('<file>', 'a scenario')
    .option('-o, --out <file>', 'what to write: .vtt or .srt (captions), .md (a transcript); default: print captions as VTT')
    .option('--chapters', 'write the chapters of the film instead, as VTT')
    .option('--lang <lang>', "language of its texts; default: the scenario's first")
    .option('--level <number>', 'how deep it goes', '1')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--rate <number>', 'how fast the film goes', '1')
    .action(async (file: string, options) => {
      code = await (await import('./captions-command.ts')).captionsCommand(file, options, terminal);
    });
  program
    .command('svg')
    .description('make one animated SVG of a story that plays where pictures do, without script, as in a README')
    .argument('<file>', 'a scenario')
    .option('-o, --out <file>', 'what to write; default: <scenario>.svg')
    .option('--lang <lang>', "language of its texts; default: the scenario's first")
    .option('--theme <theme>', 'auto (as the page around it), dark, light or contrast', 'auto')
    .option('--level <number>', 'how deep it goes', '1')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--from <place>', 'where to begin: 12s, or a step, or step@0.4')
    .option('--to <place>', 'where to end: 12s, or a step (with all of it), or step@0.4')
    .option('--rate <number>', 'how fast the story goes', '1')
    .action(async (file: string, options) => {
      code = await (await import('./svg-command.ts')).svgCommand(file, options, terminal);
    });
  program
    .command('bundle')
    .description('make one HTML file that plays scenarios anywhere, from a disk and without a network, with a gallery of several')
    .argument('<files...>', 'scenarios, or folders of them')
    .option('-o, --out <file>', 'what to write; default: <scenario>.html, of several scenarios.html')
    .option('--title <title>', "name of the page; default: the scenario's, of several that of the architecture that they share")
    .option('--lang <lang>', "language in which it begins; default: the reader's own")
    .option('--theme <theme>', "auto (the reader's system), dark, light or contrast", 'auto')
    .option('--view <view>', 'map, sequence or split', 'map')
    .option('--level <number>', 'how deep it goes; a scenario of fewer levels begins at its deepest', '1')
    .option('--max-size <size>', 'how large it may be when a server or a mail compresses it', '500KB')
    .option('--json', 'print what was made as JSON')
    .action(async (files: string[], options) => {
      code = await (await import('./bundle-command.ts')).bundleCommand(files, options, terminal);
    });
  program
    .command('embed')
    .description('print what shows a story in a frame of another page, with the story inside its address: the markup, the address, or an oEmbed document')
    .argument('<file>', 'a scenario')
    .option('--page <address>', 'where the embed page lies: dist/embed of the package, put on a site of yours', 'embed/')
    .option('--src <address>', 'name the scenario by its address there, relative to the embed page, and do not carry it')
    .option('--lang <lang>', "language of its texts; default: the reader's")
    .option('--theme <theme>', "auto, dark, light or contrast; default: the reader's")
    .option('--level <number>', 'how deep it goes')
    .option('--view <view>', 'map, sequence or split')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--step <step>', 'the step whose still is shown first: its id, or its number')
    .option('--autoplay', 'play as soon as it is loaded')
    .option('--loop', 'begin again at the end')
    .option('--no-controls', 'the stage alone')
    .option('--origin <origins>', 'pages that may command the player, separated by commas; default: any that embeds it')
    .option('--width <px>', 'how wide the frame is at most; of an oEmbed document also its maxwidth')
    .option('--height <px>', 'how high the frame is; of an oEmbed document its maxheight')
    .option('--address', 'print the address alone')
    .option('--oembed', 'print the oEmbed document')
    .option('-o, --out <file>', 'what to write; default: print it')
    .action(async (file: string, options) => {
      code = await (await import('./embed-command.ts')).embedCommand(file, options, terminal);
    });
  program
    .command('poster')
    .description('make the picture that stands for a story before it plays')
    .argument('<file>', 'a scenario')
    .option('-o, --out <file>', 'what to write: .png or .svg; default: <scenario>.png')
    .option('--at <place>', 'which moment: 12s, step@0.4, or a step for its still; default: the one that says most')
    .option('--lang <lang>', "language of its texts; default: the scenario's first")
    .option('--theme <theme>', 'dark, light, contrast, or of an .svg auto (as the page around it); default: dark, of an .svg auto')
    .option('--level <number>', 'how deep it goes', '1')
    .option('--view <view>', 'of a .png: map, sequence or split; default: map')
    .option('--path <choice=option>', 'what to choose where the scenario offers a choice; several: separated by commas')
    .option('--size <size>', 'of a .png: 720p, 1080p, 1440p, 4k or WIDTHxHEIGHT; default: 1080p')
    .action(async (file: string, options) => {
      code = await (await import('./poster-command.ts')).posterCommand(file, options, terminal, version);
    });

  for (const command of program.commands) command.showHelpAfterError(`(hopline ${command.name()} --help shows what there is)`);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    terminal.err(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
