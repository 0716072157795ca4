"""Makes renderer/fonts: the rare-character supplement (woff2) and faces.css. See docs/decisions/0005-fonts.md.

Needs Debian's fonts-noto-cjk, python3-fonttools and python3-brotli, and node_modules. Run: python3 build/fonts/make_fonts.py
"""

import pathlib
import re

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "node_modules/@fontsource/noto-serif-sc"
SOURCE = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
OUT = ROOT / "renderer/fonts"
FAMILY = "Quietroom Rare Han"

# Name, first and last code point (hexadecimal), and into how many files the block is cut.
BLOCKS = [
    ("signs", 0x0, 0x33FF, 1),
    ("extension-a", 0x3400, 0x4DBF, 2),
    ("unified", 0x4DC0, 0x9FFF, 3),
    ("hangul", 0xAC00, 0xD7AF, 1),
    ("compatibility", 0xF900, 0xFFFF, 1),
    ("astral", 0x10000, 0x3FFFF, 1),
]


def faces_of(weight):
    """(file, unicode-range) of every slice of the package, woff2 only."""
    css = (PACKAGE / f"{weight}.css").read_text()
    found = re.findall(r"@font-face \{(.*?)\}", css, re.S)
    assert len(found) > 50
    for body in found:
        file = re.search(r"url\(\./(files/[^)]+\.woff2)\)", body)[1]
        span = re.search(r"unicode-range:\s*([^;]+);", body)
        yield file, span[1] if span else None


def spans(points):
    """Sorted code points as a CSS unicode-range."""
    out, start, last = [], points[0], points[0]
    for point in [*points[1:], None]:
        if point is not None and point == last + 1:
            last = point
            continue
        out.append(f"U+{start:x}" if start == last else f"U+{start:x}-{last:x}")
        start = last = point
    return ",".join(out)


def face(family, weight, url, span):
    lines = [
        "@font-face {",
        f"  font-family: '{family}';",
        "  font-style: normal;",
        f"  font-weight: {weight};",
        "  font-display: swap;",
        f"  src: url('{url}') format('woff2');",
    ]
    if span:
        lines.append(f"  unicode-range: {span};")
    return "\n".join([*lines, "}", ""])


def cut(points, parts):
    size = -(-len(points) // parts)
    return [points[i : i + size] for i in range(0, len(points), size)]


def make_slice(points, path):
    options = subset.Options()
    options.flavor = "woff2"
    options.font_number = 2
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(SOURCE, options)
    assert font["name"].getDebugName(4) == "Noto Serif CJK SC"
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(path), options)


covered = set()
css = ["/* Written by build/fonts/make_fonts.py */\n"]
for weight in (400, 700):
    for file, span in faces_of(weight):
        css.append(face("Noto Serif SC", weight, f"@fontsource/noto-serif-sc/{file}", span))
        if weight == 400:
            covered |= set(TTFont(PACKAGE / file, lazy=True).getBestCmap())

complete = {f["name"].getDebugName(4): f for f in TTCollection(SOURCE).fonts}["Noto Serif CJK SC"].getBestCmap()
rare = sorted(set(complete) - covered)
for name, first, last, parts in BLOCKS:
    block = [point for point in rare if first <= point <= last]
    for index, points in enumerate(cut(block, parts), start=1):
        file = f"rare-{name}.woff2" if parts == 1 else f"rare-{name}-{index}.woff2"
        make_slice(points, OUT / file)
        css.append(face(FAMILY, 400, f"./{file}", spans(points)))
        print(f"{file}: {len(points)} characters, {(OUT / file).stat().st_size // 1024} KB")

(OUT / "faces.css").write_text("\n".join(css))
