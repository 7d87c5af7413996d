"""Copies of the licences, next to the fonts that are under them."""

import os
import shutil

import assemble
import sources

README = "/usr/share/doc/{}/copyright"


def write(directory):
    folder = os.path.join(directory, "licences")
    os.makedirs(folder, exist_ok=True)
    for product in sources.PRODUCTS:
        source = product.source
        shutil.copyfile(README.format(source.package), os.path.join(directory, source.licence_file))
    # The Arphic licence wants itself, unaltered, with every copy.  The font carries it in name record 13.
    text = assemble.open_source(sources.BABELSTONE)["name"].getDebugName(13)
    with open(os.path.join(folder, "ARPHICPL.TXT"), "w", encoding="utf-8", newline="\n") as out:
        out.write(text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n")
