"""Makes song.ttf and rare-han.ttf, the Chinese fonts of printed papers.

    python3 paper-fonts.py NotoSerifCJK-Regular.ttc NotoSerifSC_400Regular.ttf song.ttf rare-han.ttf

song.ttf is Noto Serif SC without the code points of radicals: they share their glyphs with whole characters, and a
PDF's text would be read out as the radical. rare-han.ttf has the Chinese characters that Noto Serif CJK has beyond
those. Needs fontTools. The PDF writer embeds TrueType outlines only, so curves are turned into quadratic ones.
"""
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

RANGES = [(0x2E80, 0x2FDF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]
RADICALS = range(0x2E80, 0x2FE0)
SIMPLIFIED = 2
FAMILY = "Yimen Rare Han"


def missing(font, has):
    return [c for c in font.getBestCmap() if c not in has and any(a <= c <= b for a, b in RANGES)]


def quadratic(font):
    glyphs = font.getGlyphSet()
    drawn = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = drawn
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    for name in drawn:
        if hasattr(drawn[name], "xMin"):
            font["hmtx"][name] = (font["hmtx"][name][0], drawn[name].xMin)
    head = font["maxp"]
    head.tableVersion = 0x00010000
    for key in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                "maxSizeOfInstructions", "maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
                "maxComponentElements", "maxComponentDepth"):
        setattr(head, key, 0)
    head.maxZones = 1
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\000\001\000\000"


def song(source, out):
    font = TTFont(source)
    cmap = font["cmap"]
    cmap.tables = [table for table in cmap.tables if table.format != 14]
    for table in cmap.tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in RADICALS}
    rename(font, "Yimen Song")
    font.save(out)


def rename(font, family):
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "")


def main(cjk, sc, whole, out):
    song(sc, whole)
    font = TTFont(cjk, fontNumber=SIMPLIFIED)
    options = subset.Options(layout_features=[], notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    cut = subset.Subsetter(options)
    cut.populate(unicodes=missing(font, TTFont(whole).getBestCmap()))
    cut.subset(font)
    quadratic(font)
    rename(font, FAMILY)
    for table in ("vhea", "vmtx", "GSUB", "GPOS", "BASE", "DSIG"):
        if table in font:
            del font[table]
    font.save(out)
    print(len(font.getBestCmap()), "characters")


main(*sys.argv[1:])
